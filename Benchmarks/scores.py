#!/usr/bin/env python3
"""How fast are submissions, beside the same API in Python? And what do live watchers and many users cost?

    Scripts/bench-scores [--parts rates live users] [--rounds 3] [--seconds 10] [--watchers 5000] [--users 1000]
        [--minutes 10]

All on one machine: MariaDB that flushes each commit, a server, and who asks. 100,000 players are on the board. Submissions
are prepared, sent by wrk over 64 connections, and counted in the trail: ours and FastAPI (Uvicorn with 2 workers) in
turns, each with as many connections to the database. Then each gets half of its own rate. Watchers are held by one loop
over epoll, which is no limit. Users begin an action and submit it, 100 times a second all together.
"""

import argparse
import asyncio
import json
import os
import random
import re
import resource
import select
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Tests" / "ScoreFaults"), str(ROOT / "Benchmarks" / "ScoreAPI")]

import seal  # noqa: E402
from connection import Connection, Lost, request_bytes  # noqa: E402
from player import signed_token  # noqa: E402
from world import AUDIENCE, ISSUER, SEAL, SECRET, UNLIMITED, World  # noqa: E402

PLAYERS, SUBMITTERS = 100_000, 10_000
CONNECTIONS, HALF_CONNECTIONS, DATABASE_CONNECTIONS = 64, 128, 16
# More than any server accepts here.
MOST_PER_SECOND = 9_000
CHANGES, CHANGE_SECONDS = 40, (0.3, 0.7)
UPDATES_PER_SECOND = 100
PARTS = ("rates", "live", "users")
SCORES = f"""\
{UNLIMITED.rstrip()}
    - name: race
      title: Race
      rule: sum
      actions: [{{type: win, points: 100, lifetime: 1d}}]
"""
GREATEST = 2**53 - 1
FILL = [
    f"""INSERT INTO score_user (subject, player, name)
    SELECT CONCAT('user-', seq), seq * 179426549, CONCAT('Player ', seq) FROM seq_1_to_{PLAYERS}""",
    f"""INSERT INTO score_entry SELECT 1, id, score, {GREATEST} - score, id, id, 1700000000000
    FROM (SELECT id, id * 7919 % 1000003 AS score FROM score_user) AS scored""",
    *(f"""INSERT INTO score_tally SELECT 1, {shift}, sort_key >> {shift}, COUNT(*) FROM score_entry
    GROUP BY sort_key >> {shift}""" for shift in range(0, 49, 8)),
    f"UPDATE score_board SET change_number = {PLAYERS}, changed_ms = 1700000000000",
]


class Prepared:
    """Submissions that are good for both servers, each to be sent once."""

    def __init__(self, path: Path, count: int):
        self.path = path
        self.used = 0
        self.count = count
        key, now, dice = SEAL.encode(), int(time.time() * 1000), random.Random(1)
        tokens = [signed_token(f"user-{number}", f"Player {number}")
                  for number in dice.sample(range(1, PLAYERS + 1), SUBMITTERS)]
        users = [json.loads(seal.decoded(token.split(".")[1]))["sub"] for token in tokens]
        with path.open("w") as file:
            for number in range(count):
                place = dice.randrange(SUBMITTERS)
                # Of version 7, and each after the other as a server makes them.
                id = uuid.UUID(int=(now + number // 4) << 80 | 7 << 76 | dice.getrandbits(12) << 64 | 2 << 62
                               | dice.getrandbits(62))
                token = seal.token(key, users[place], "race", "win", id.bytes, now)
                file.write(f'{tokens[place]} {{"action_id":"{id}","action_type":"win","action_token":"{token}",'
                           f'"timestamp":{now}}}\n')

    def take(self, count: int) -> int:
        first = self.used
        self.used += count
        assert self.used <= self.count, "too few submissions are prepared"
        return first


class FastAPI:
    """The same in Python, with two workers."""

    def __init__(self, world: World, python: Path):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {
            **world.environment, "SCORES_SOCKET": str(world.database.socket), "SCORES_USER": "borderline_scores",
            "SCORES_CONNECTIONS": str(DATABASE_CONNECTIONS // 2), "TOKEN_ISSUER": ISSUER, "TOKEN_AUDIENCE": AUDIENCE}
        with (world.folder / "fastapi.log").open("wb") as log:
            self.process = subprocess.Popen(
                [python, "-m", "uvicorn", "fastapi_server:app", "--workers", "2", "--port", str(self.port),
                 "--no-access-log", "--timeout-keep-alive", "120", "--loop", "uvloop", "--http", "httptools"],
                cwd=ROOT / "Benchmarks" / "ScoreAPI", env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while (text := (world.folder / "fastapi.log").read_text()).count("Application startup complete") < 2:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise SystemExit(f"FastAPI does not start: {text[-3000:]}")
            time.sleep(0.1)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def processor_seconds(pid: int) -> float:
    """Of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = [Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split() for each in [str(pid), *children]]
    return sum(int(field[11]) + int(field[12]) for field in fields) / os.sysconf("SC_CLK_TCK")


class Load:
    """One run of wrk; rates are those of the trail."""

    def __init__(self, world: World, prepared: Prepared, server, seconds: int, pause: float = 0.0):
        count = MOST_PER_SECOND * seconds
        first = prepared.take(count)
        before = committed(world)
        pids = (server.process.pid, world.database.process.pid)
        spent = [processor_seconds(pid) for pid in pids]
        command = [
            "wrk", "--threads", "1", "--connections", str(HALF_CONNECTIONS if pause else CONNECTIONS), "--duration",
            f"{seconds}s", "--latency", "--script", str(ROOT / "Benchmarks" / "ScoreAPI" / "submit.lua"),
            f"http://127.0.0.1:{server.port}", "--", str(prepared.path), str(first), str(count), str(pause)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in said or "Socket errors" in said:
            raise SystemExit(f"errors\n{said}")
        lasted, unit = re.search(r"requests in ([0-9.]+)(s|m)", said).groups()
        done = committed(world) - before
        # Of the server and of the database, for one submission.
        self.milliseconds = [(processor_seconds(pid) - old) / done * 1000 for pid, old in zip(pids, spent)]
        self.rate = done / (float(lasted) * {"s": 1, "m": 60}[unit])
        value, unit = re.search(r"99%\s+([0-9.]+)(us|ms|s)", said).groups()
        self.p99 = float(value) * {"us": 1e-3, "ms": 1.0, "s": 1e3}[unit]


def committed(world: World) -> int:
    return world.database.rows("SELECT COUNT(*) FROM score_submission")[0]


def memory_megabytes(pid: int) -> float:
    return int(re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text()).group(1)) / 1024


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[max(0, int(len(values) * share + 0.999999) - 1)] * 1000


def compare(world: World, prepared: Prepared, fastapi: FastAPI, rounds: int, seconds: int) -> None:
    servers = (world.replicas[0], fastapi)
    for server in servers:
        Load(world, prepared, server, 2)
    pairs = [tuple(Load(world, prepared, server, seconds) for server in servers) for _ in range(rounds)]
    rates = [statistics.median(pair[place].rate for pair in pairs) for place in (0, 1)]
    ratio = statistics.median(own.rate / other.rate for own, other in pairs)
    print(f"scores, {PLAYERS:,} players, {CONNECTIONS} connections, {rounds} pairs of {seconds} s: ours "
          f"{rates[0]:,.0f} committed/s (aim: >= 3,000), FastAPI {rates[1]:,.0f}/s; ratio {ratio:.2f} (aim: >= 3); p99 "
          f"{statistics.median(pair[0].p99 for pair in pairs):.1f} and "
          f"{statistics.median(pair[1].p99 for pair in pairs):.1f} ms", flush=True)
    for place, name in enumerate(("ours", "FastAPI")):
        own, database = (statistics.median(pair[place].milliseconds[part] for pair in pairs) for part in (0, 1))
        print(f"scores, processor time of a submission, {name}: server {own:.2f} ms, database {database:.2f} ms",
              flush=True)
    halves = [Load(world, prepared, server, seconds, HALF_CONNECTIONS / (rate / 2))
              for server, rate in zip(servers, rates)]
    print(f"scores at half load: ours {halves[0].rate:,.0f}/s, p99 {halves[0].p99:.1f} ms (aim: < 50); FastAPI "
          f"{halves[1].rate:,.0f}/s, p99 {halves[1].p99:.1f} ms", flush=True)


class Watchers:
    """Streams of one server, read by one loop."""

    def __init__(self, port: int, count: int):
        self.poll = select.epoll()
        self.sockets: dict[int, socket.socket] = {}
        self.sent: dict[int, float] = {}
        self.taken: list[float] = []
        self.lost = 0
        request = request_bytes("GET", "/api/v1/scoreboard/live?board=race")
        for _ in range(count):
            line = socket.create_connection(("127.0.0.1", port))
            line.setblocking(False)
            line.send(request)
            self.sockets[line.fileno()] = line
            self.poll.register(line.fileno(), select.EPOLLIN)
            self.read(0)
        # Until all snapshots are there.
        while self.read(2.0):
            pass

    def read(self, seconds: float) -> int:
        ready = self.poll.poll(seconds, 1024)
        for number, _ in ready:
            data = self.sockets[number].recv(65_536)
            now = time.monotonic()
            if not data:
                self.lost += 1
                self.poll.unregister(number)
                continue
            if self.sent:
                for change in re.findall(rb"id: all/(\d+)\n", data):
                    if int(change) in self.sent:
                        self.taken.append(now - self.sent[int(change)])
        return len(ready)

    def close(self) -> None:
        for line in self.sockets.values():
            line.close()


def submit_changes(port: int, watchers: Watchers, prepared: Prepared, last: int) -> None:
    """One after the other, each at a time that nobody expects; the numbers that they get are known."""
    dice, first = random.Random(3), prepared.take(CHANGES)
    with prepared.path.open() as file:
        lines = [line for number, line in enumerate(file) if first <= number < first + CHANGES]

    async def send() -> None:
        connection = Connection(port)
        for number, line in enumerate(lines, last + 1):
            token, body = line.split(" ", 1)
            request = request_bytes("POST", "/api/v1/score/update", token, json.loads(body))
            await asyncio.sleep(dice.uniform(*CHANGE_SECONDS))
            watchers.sent[number] = time.monotonic()
            answer = await connection.ask(request)
            assert answer.status == 200, answer.body
        connection.abort()

    asyncio.run(send())


def tell(world: World, prepared: Prepared, count: int) -> None:
    replica = world.replicas[0]
    last = world.database.rows("SELECT change_number FROM score_board")[0]
    watchers = Watchers(replica.port, count)
    sender = threading.Thread(target=submit_changes, args=(replica.port, watchers, prepared, last))
    sender.start()
    while sender.is_alive():
        watchers.read(0.1)
    until = time.monotonic() + 2
    while time.monotonic() < until:
        watchers.read(0.1)
    watchers.close()
    missed = CHANGES * count - len(watchers.taken)
    print(f"live, {count:,} watchers, {CHANGES} changes: from the submission's first byte to each watcher median "
          f"{percentile(watchers.taken, 0.5):.0f} ms, p99 {percentile(watchers.taken, 0.99):.0f} ms (aim: <= 200); "
          f"{missed} not told, {watchers.lost} streams lost (aim: 0); the server holds at most "
          f"{memory_megabytes(replica.process.pid):.0f} MB (aim: <= 300)", flush=True)


async def use(port: int, users: int, minutes: float) -> tuple[list[float], int, int]:
    """Seconds that updates took, updates, and errors."""
    taken: list[float] = []
    failures = 0
    connections = [Connection(port) for _ in range(users)]
    tokens = [signed_token(f"user-{number}", f"Player {number}") for number in range(1, users + 1)]
    # Whoever still waits for an answer begins nothing else.
    turns = [asyncio.Lock() for _ in range(users)]

    async def play(place: int) -> None:
        nonlocal failures
        try:
            begun = await connections[place].ask(request_bytes(
                "POST", "/api/v1/actions", tokens[place], {"board": "race", "action_type": "win"}))
            body = {"action_id": begun.data["action_id"], "action_token": begun.data["action_token"],
                    "action_type": "win", "timestamp": int(time.time() * 1000)}
            start = time.monotonic()
            answer = await connections[place].ask(
                request_bytes("POST", "/api/v1/score/update", tokens[place], body))
            taken.append(time.monotonic() - start)
            failures += answer.status != 200
        except (Lost, KeyError):
            failures += 1

    async def take_turn(place: int) -> None:
        async with turns[place]:
            await play(place)

    start, count = time.monotonic(), int(UPDATES_PER_SECOND * minutes * 60)
    async with asyncio.TaskGroup() as group:
        for number in range(count):
            await asyncio.sleep(max(0.0, start + number / UPDATES_PER_SECOND - time.monotonic()))
            group.create_task(take_turn(number % users))
    for connection in connections:
        connection.abort()
    return taken, count, failures


def visit(world: World, users: int, minutes: float) -> None:
    replica = world.replicas[0]
    taken, count, failures = asyncio.run(use(replica.port, users, minutes))
    print(f"scores, {users:,} users, {UPDATES_PER_SECOND} updates/s for {minutes:g} min: {count:,} updates, {failures} "
          f"errors (aim: 0), p99 {percentile(taken, 0.99):.1f} ms; the server holds at most "
          f"{memory_megabytes(replica.process.pid):.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--watchers", type=int, default=5_000)
    parser.add_argument("--users", type=int, default=1_000)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--python", type=Path, required=True, help="that has Benchmarks/ScoreAPI/requirements.txt")
    given = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory(prefix="bench-scores-") as name:
        world = World(Path(name), 1, SCORES, DATABASE_CONNECTIONS)
        fastapi = None
        try:
            asyncio.run(world.start())
            for statement in FILL:
                world.database.rows(statement)
            loads = 2 * (2 + (given.rounds + 1) * given.seconds)
            prepared = Prepared(Path(name) / "actions", MOST_PER_SECOND * loads + CHANGES)
            if "rates" in given.parts:
                fastapi = FastAPI(world, given.python)
                compare(world, prepared, fastapi, given.rounds, given.seconds)
                fastapi.stop()
            if "live" in given.parts:
                tell(world, prepared, given.watchers)
            if "users" in given.parts:
                visit(world, given.users, given.minutes)
        finally:
            if fastapi is not None and fastapi.process.poll() is None:
                fastapi.stop()
            world.kill()


if __name__ == "__main__":
    main()
