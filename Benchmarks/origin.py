#!/usr/bin/env python3
"""How fast is the origin, beside nginx with the same file? And what do 10,000 viewers cost?

    Scripts/bench-origin [--rounds 5] [--seconds 5] [--viewers 10000] [--minutes 2]

The servers have the first core, those who ask the second. Requests for latest.json in Brotli over 64 connections that
are kept: wrk, ours and nginx in turns. Viewers: each has a connection of its own and asks once a minute, first spread
over the minute, then all within the same two seconds.
"""

import argparse
import asyncio
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tests" / "Browser"), str(ROOT / "Tests" / "Deploy")]

import fronts  # noqa: E402
from product import run  # noqa: E402
from published import published_site  # noqa: E402

SERVER_CORE, CLIENT_CORE = 0, 1
CONNECTIONS = 64
BURST_SECONDS = 2.0
BURSTS = 5
# Connections that are begun at the same time.
OPENED_AT_ONCE = 200


PINNED = ("taskset", "--cpu-list", SERVER_CORE)
NGINX_MAIN = "worker_rlimit_nofile 65536;\nevents { worker_connections 16384; }"


def start_nginx(folder: Path, site) -> fronts.Server:
    """As lean as it can be: none of the fields that ours has, descriptors of files kept open, no end to connections."""
    folder.mkdir()
    port = fronts.free_port()
    command = fronts.nginx_command(folder, NGINX_MAIN, f"""\
    types {{ application/json json; text/html html; }}
    sendfile on;
    tcp_nopush on;
    open_file_cache max=1000 inactive=60s;
    keepalive_timeout 300s;
    keepalive_requests 1000000000;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {site.output};
        brotli_static on;
        gzip_static on;
    }}""", has_brotli=True)
    return fronts.Server(folder, [*PINNED, *command], port)


def memory_megabytes(server: fronts.Server) -> float:
    """What the server and its children hold at most."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    found = [Path(f"/proc/{pid}/status").read_text() for pid in [str(server.process.pid), *children]]
    return sum(int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) for status in found) / 1024


def load(server: fronts.Server, path: str, seconds: int) -> tuple[float, float]:
    """Requests per second, and the 99th percentile of the time to an answer in milliseconds."""
    command = [
        "taskset", "--cpu-list", str(CLIENT_CORE), "wrk", "--threads", "1", "--connections", str(CONNECTIONS),
        "--duration", f"{seconds}s", "--latency", "--header", "Accept-Encoding: br",
        f"http://127.0.0.1:{server.port}{path}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"{server.port}: errors\n{said}")
    value, unit = re.search(r"99%\s+([0-9.]+)(us|ms|s)", said).groups()
    rate = float(re.search(r"Requests/sec:\s+([0-9.]+)", said).group(1))
    return rate, float(value) * {"us": 1e-3, "ms": 1.0, "s": 1e3}[unit]


class Viewer(asyncio.Protocol):
    """A connection that is kept; one question at a time."""

    def __init__(self, question: bytes):
        self.question = question
        self.received = bytearray()
        self.answer: asyncio.Future | None = None
        self.is_lost = False

    def connection_made(self, transport):
        self.transport = transport

    def ask(self) -> asyncio.Future:
        self.answer = asyncio.get_running_loop().create_future()
        if self.is_lost:
            self.answer.set_exception(ConnectionError("the connection was closed"))
        else:
            self.asked = time.monotonic()
            self.transport.write(self.question)
        return self.answer

    def data_received(self, data):
        self.received += data
        head = self.received.find(b"\r\n\r\n")
        if head < 0:
            return
        fields = bytes(self.received[:head]).lower()
        length = int(re.search(rb"\ncontent-length: *(\d+)", fields).group(1))
        if len(self.received) < head + 4 + length:
            return
        self.received.clear()
        if fields.startswith(b"http/1.1 200 "):
            self.answer.set_result(time.monotonic() - self.asked)
        else:
            self.answer.set_exception(ConnectionError(fields.splitlines()[0].decode()))

    def connection_lost(self, exc):
        self.is_lost = True
        if self.answer and not self.answer.done():
            self.answer.set_exception(exc or ConnectionError("the connection was closed"))


async def ask_within(viewers: list[Viewer], seconds: float) -> tuple[list[float], int]:
    """Has each ask once, spread evenly; how long the answers took, and how many failed."""
    start = time.monotonic()
    answers = []
    for number, viewer in enumerate(viewers):
        await asyncio.sleep(max(0.0, start + seconds * number / len(viewers) - time.monotonic()))
        answers.append(viewer.ask())
    found = await asyncio.wait_for(asyncio.gather(*answers, return_exceptions=True), 60)
    taken = [answer for answer in found if isinstance(answer, float)]
    return taken, len(found) - len(taken)


async def visit(port: int, path: str, count: int, minutes: int) -> tuple[list[float], list[float], int]:
    """Latencies over the minutes and in the bursts, and failures."""
    question = (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n"
                "Accept-Encoding: gzip, deflate, br\r\n\r\n").encode()
    loop = asyncio.get_running_loop()
    viewers = []
    while len(viewers) < count:
        number = min(OPENED_AT_ONCE, count - len(viewers))
        opened = await asyncio.gather(*(
            loop.create_connection(lambda: Viewer(question), "127.0.0.1", port) for _ in range(number)))
        viewers += [protocol for _, protocol in opened]
        # As browsers do, at once: a connection that says nothing is not kept for long.
        await asyncio.gather(*(protocol.ask() for _, protocol in opened))
    spread, bursts, failures = [], [], 0
    for _ in range(minutes):
        taken, failed = await ask_within(viewers, 60.0)
        spread += taken
        failures += failed
    for _ in range(BURSTS):
        taken, failed = await ask_within(viewers, BURST_SECONDS)
        bursts += taken
        failures += failed
        await asyncio.sleep(1)
    for viewer in viewers:
        viewer.transport.close()
    return spread, bursts, failures


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[max(0, int(len(values) * share + 0.999999) - 1)] * 1000


def compare(ours: fronts.Server, nginx: fronts.Server, path: str, rounds: int, seconds: int) -> None:
    for server in (ours, nginx):
        load(server, path, 2)
    pairs = [(load(ours, path, seconds), load(nginx, path, seconds)) for _ in range(rounds)]
    rates = [statistics.median(pair[place][0] for pair in pairs) for place in (0, 1)]
    tails = [statistics.median(pair[place][1] for pair in pairs) for place in (0, 1)]
    ratio = statistics.median(own[0] / other[0] for own, other in pairs)
    slower = statistics.median(own[1] / other[1] for own, other in pairs)
    print(f"origin, latest.json in Brotli, {CONNECTIONS} connections, one core each, {rounds} pairs of {seconds} s: "
          f"ours {rates[0]:,.0f}/s, p99 {tails[0]:.2f} ms; nginx {rates[1]:,.0f}/s, p99 {tails[1]:.2f} ms; "
          f"ratio of rates {ratio:.2f} (aim: >= 0.6), of p99 {slower:.2f} (aim: <= 2)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--viewers", type=int, default=10_000)
    parser.add_argument("--minutes", type=int, default=2)
    given = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory(prefix="bench-origin-") as name:
        folder = Path(name)
        site = published_site(folder)
        path = "/" + str(next(iter(site.output.glob("e/sim-2/main/latest.json"))).relative_to(site.output))
        ours = fronts.start_origin(folder / "ours", site.configuration, fronts.free_port(), before=PINNED)
        nginx = start_nginx(folder / "nginx", site)
        try:
            compare(ours, nginx, path, given.rounds, given.seconds)
            os.sched_setaffinity(0, {CLIENT_CORE})
            for name, server in (("ours", ours), ("nginx", nginx)):
                spread, bursts, failures = asyncio.run(visit(server.port, path, given.viewers, given.minutes))
                steady = f"once a minute each: p99 {percentile(spread, 0.99):.1f} ms; " if spread else ""
                print(f"origin, {given.viewers:,} viewers, {name}: {failures} failures (aim: 0); {steady}"
                      f"all within {BURST_SECONDS:.0f} s: median {percentile(bursts, 0.5):.1f} ms, "
                      f"p99 {percentile(bursts, 0.99):.1f} ms (aim: < 250); "
                      f"memory at most {memory_megabytes(server):.0f} MB (aim: <= 150)", flush=True)
        finally:
            ours.stop()
            nginx.stop()
        run("borderline", "database", "stop", "--config", str(site.configuration))


if __name__ == "__main__":
    main()
