# The commands of the house. `make` alone lists them; what it prints are the comments behind `##`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Debian packages. The first line is what the Swift toolchain itself needs to run and to link. The embedded server is
# made of mariadb-server-core and mariadb-client, which has mariadb-dump: unlike mariadb-server they bring no system
# service. Of prometheus the tests need promtool alone. No server of these packages is started when it is installed.
BUILD_PACKAGES := binutils libc6-dev libcurl4 libedit2 libncurses6 libsqlite3-0 libstdc++-12-dev libxml2 \
	ca-certificates git libbrotli-dev libcurl4-openssl-dev libmariadb-dev libmsgpack-dev librsvg2-dev \
	mariadb-client mariadb-server-core pkg-config tzdata zlib1g-dev
TEST_PACKAGES := caddy chromium curl faketime fonts-noto-cjk libnginx-mod-http-brotli-static nghttp2-client nginx \
	openjdk-17-jre-headless openssl prometheus python3 python3-venv slowhttptest strace varnish wrk

SWIFT := swift
SWIFT_FOLDERS := $(wildcard Package.swift Sources Tests Benchmarks)

.PHONY: help build demo test test-quick lint format bench clean packages packages-test

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: packages  ## Build the release executables, borderline and game-simulator.
	@Scripts/swift-product borderline
	@Scripts/swift-product game-simulator

demo: build  ## Run it all on a simulated game, and print the page's URL. Ctrl-C ends it. [PORT=8080]
	@Scripts/demo

test: packages packages-test lint  ## Run every test, those in a browser too.
	@Scripts/test all

test-quick: packages lint  ## Run the tests that need no more than Swift and MariaDB.
	@Scripts/test quick

bench: packages packages-test  ## Run the benchmarks, a hundred crashes, and 100,000 slots that go wrong at random.
	@Scripts/swift-product borderline-bench
	@.build/release/borderline-bench
	@Scripts/bench-origin
	@Scripts/bench-scores
	@Scripts/bench-age
	@Scripts/crash-rounds
	@Scripts/soak

lint: packages  ## Check the format of the Swift code.
	@$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FOLDERS)

format:  ## Format the Swift code.
	@$(SWIFT) format --in-place --parallel --recursive $(SWIFT_FOLDERS)

clean:  ## Remove what was built, the demo with its data, and the tests' Python.
	@Scripts/clean

packages:
	@Scripts/install-packages $(BUILD_PACKAGES)
	@Scripts/check-toolchain

packages-test:
	@Scripts/install-packages $(TEST_PACKAGES)
