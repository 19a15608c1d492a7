"""The servers of Deploy/, each with its own configuration from there, in a folder of its own and on loopback."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from product import PROGRAMS, ROOT

DEPLOY = ROOT / "Deploy"
START_LIMIT_SECONDS = 30
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NEEDED = {
    "origin": [PROGRAMS / "borderline"],
    "nginx-static": [Path("/usr/sbin/nginx"), BROTLI],
    "nginx-cache": [Path("/usr/sbin/nginx")],
    "caddy": [Path("/usr/bin/caddy")],
    "varnish": [Path("/usr/sbin/varnishd")],
}


def absent(name: str) -> list[str]:
    """What a front needs and this machine lacks."""
    return [str(path) for path in NEEDED[name] if not path.exists()]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process in the foreground that answers on a port of its own."""

    def __init__(self, folder: Path, command: list, port: int, environment: dict | None = None):
        self.port = port
        self.log = folder / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [str(word) for word in command], stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                cwd=folder, env={**os.environ, **(environment or {})})
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                self.process.wait()
                raise AssertionError(f"{command[0]} does not answer: {self.tail()}")
            time.sleep(0.05)

    def answers(self) -> bool:
        try:
            return self.get("/robots.txt").status == 200
        except OSError:
            return False

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)

    def get(self, path: str, method: str = "GET", **fields: str) -> "Answer":
        """One request. Fields are named with underscores: `accept_encoding="br"`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in fields.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())
        finally:
            connection.close()


class Answer:
    def __init__(self, status: int, fields: list, body: bytes):
        self.status = status
        self.fields = fields
        self.body = body

    def __getitem__(self, name: str) -> str | None:
        """The field's value; nothing may come twice."""
        values = [value for found, value in self.fields if found.lower() == name.lower()]
        assert len(values) <= 1, f"{name} comes {len(values)} times"
        return values[0] if values else None

    @property
    def max_age(self) -> int:
        found = re.search(r"(?:^|[ ,])max-age=(\d+)", self["Cache-Control"] or "")
        assert found, f"no max-age in {self['Cache-Control']}"
        return int(found.group(1))


def start_origin(folder: Path, configuration: Path, port: int, before: tuple = ()) -> Server:
    """Our own; `before` are words of a command that runs it."""
    folder.mkdir()
    text = configuration.read_text()
    own = folder / "borderline.yaml"
    own.write_text(re.sub(r"listen:\n  port: \d+", f"listen:\n  port: {port}", text))
    return Server(folder, [*before, PROGRAMS / "borderline", "serve", "--config", own], port)


def start(name: str, folder: Path, output: Path, origin_port: int, environment: dict | None = None) -> Server:
    """A front of Deploy/, as it is there but for its addresses and folders."""
    folder.mkdir()
    port = free_port()

    def configured(path: str) -> str:
        text = (DEPLOY / path).read_text()
        changes = {
            "127.0.0.1:8081": f"127.0.0.1:{port}",
            "127.0.0.1:8080": f"127.0.0.1:{origin_port}",
            '.port = "8080"': f'.port = "{origin_port}"',
            "/srv/borderline": str(output),
            "/var/cache/nginx/borderline": str(folder / "cache"),
        }
        for given, own in changes.items():
            text = text.replace(given, own)
        return text

    if name.startswith("nginx"):
        return Server(folder, nginx(name, folder, configured), port, environment)
    if name == "caddy":
        # Certificates are for a name, which a test has none of.
        (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + configured("caddy/Caddyfile"))
        homes = {key: str(folder) for key in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        return Server(folder, ["/usr/bin/caddy", "run", "--config", "Caddyfile", "--adapter", "caddyfile"], port, homes)
    (folder / "borderline.vcl").write_text(configured("varnish/borderline.vcl"))
    command = ["/usr/sbin/varnishd", "-F", "-n", folder / "work", "-a", f"127.0.0.1:{port}", "-f",
               folder / "borderline.vcl", "-s", "malloc,64m", "-p", "http_gzip_support=off",
               "-j", "none"]
    return Server(folder, command, port, environment)


def nginx(name: str, folder: Path, configured) -> list:
    for part in ("borderline-maps.conf", "borderline-max-age.map", f"borderline-{name.removeprefix('nginx-')}.conf"):
        (folder / part).write_text(configured(f"nginx/{part}"))
    site = f"borderline-{name.removeprefix('nginx-')}.conf"
    return nginx_command(
        folder, "events {}", f"    include {folder}/borderline-maps.conf;\n    include {folder}/{site};",
        has_brotli=name == "nginx-static")


def nginx_command(folder: Path, main: str, http: str, has_brotli: bool) -> list:
    """nginx in the foreground, all it writes in the folder; `main` and `http` are what its blocks hold besides."""
    temporary = "\n".join(
        f"    {kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(f"""\
{f"load_module {BROTLI};" if has_brotli else ""}
{"user root;" if os.geteuid() == 0 else ""}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr notice;
{main}
http {{
    access_log off;
{temporary}
{http}
}}
""")
    return ["/usr/sbin/nginx", "-p", folder, "-c", "nginx.conf"]


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
