# syntax=docker/dockerfile:1

# The executable is built where the toolchain is; what runs has none of it.
FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libbrotli-dev libcurl4-openssl-dev libmariadb-dev libmsgpack-dev librsvg2-dev \
        pkg-config zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.* ./
RUN swift package resolve
COPY . .
RUN swift build --configuration release --product borderline --static-swift-stdlib \
    && install -D --strip .build/release/borderline /out/usr/bin/borderline \
    && install -d /out/usr/share/borderline \
    && cp -r Templates Cron /out/usr/share/borderline/

FROM debian:12-slim
# The embedded server without a system service, and mariadb-dump for backups.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        ca-certificates fonts-dejavu-core fonts-noto-cjk libbrotli1 libcurl4 libmariadb3 libmsgpackc2 librsvg2-2 \
        mariadb-client mariadb-server-core tzdata zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/borderline --create-home borderline \
    && install -d -o borderline -g borderline /srv/borderline
COPY --from=build /out/ /
COPY <<YAML /etc/borderline.yaml
data: /var/lib/borderline
output: /srv/borderline
share: /usr/share/borderline
listen:
  host: 0.0.0.0
  port: 8080
YAML
USER borderline
WORKDIR /var/lib/borderline
# The database and the key of the pseudonyms; and what is published.
VOLUME ["/var/lib/borderline", "/srv/borderline"]
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["borderline"]
CMD ["up"]
