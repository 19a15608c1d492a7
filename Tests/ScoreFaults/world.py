"""A database and several servers of scores, all of which can be killed and come back."""

import asyncio
import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("BORDERLINE_PROGRAMS", ROOT / ".build" / "debug"))
START_LIMIT_SECONDS = 60.0
STOP_LIMIT_SECONDS = 30.0

SECRET = "what signs tokens has thirty-two bytes or more"
SEAL = "what seals actions has thirty-two bytes or more"
ISSUER, AUDIENCE = "https://accounts.example", "scores.example"

# Nobody is held back by limits; boards come after it.
UNLIMITED = f"""\
scores:
  port: 0
  issuer: {ISSUER}
  audience: {AUDIENCE}
  action_key_env: ACTION_KEY
  keys: [{{id: trial, algorithm: HS256, secret_env: TOKEN_SECRET}}]
  limits:
    actions_per_hour: 1000000
    actions_at_once: 400000
    address_actions_per_hour: 1000000
    address_actions_at_once: 400000
  boards:
"""
# Scores that may fall, scores of which many are equal, and one list where the least is the best.
SCORES = f"""\
{UNLIMITED.rstrip()}
    - name: race
      title: Race
      rule: sum
      least_score: -1000000000
      actions:
        - {{type: win, points: 100, lifetime: 1d}}
        - {{type: loss, points: -30, lifetime: 1d}}
        - {{type: lap, most_value: 500, lifetime: 1d}}
    - name: sprint
      title: Sprint
      rule: best
      order: lowest-first
      ties: shared
      actions: [{{type: dash, most_value: 40, lifetime: 1d}}]
    - name: mood
      title: Mood
      rule: last
      actions: [{{type: say, most_value: 20, lifetime: 1d}}]
"""


class Database:
    """A MariaDB of its own that keeps what it said it has, whatever happens to it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.socket = folder / "server.sock"
        self.common = ["--no-defaults", f"--datadir={folder / 'data'}", f"--tmpdir={folder}"]
        if os.geteuid() == 0:
            self.common.append("--user=root")
        self.process: subprocess.Popen | None = None

    def install(self) -> None:
        self.folder.mkdir()
        subprocess.run(
            ["mariadb-install-db", *self.common, "--force", "--auth-root-authentication-method=normal",
             "--skip-test-db"], check=True, capture_output=True)

    def begin(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                ["mariadbd", *self.common, f"--socket={self.socket}", f"--pid-file={self.folder / 'pid'}",
                 "--skip-networking", "--skip-log-bin", "--innodb-buffer-pool-size=64M", "--performance-schema=OFF",
                 "--innodb-flush-log-at-trx-commit=1", "--max-connections=200", "--default-time-zone=+00:00",
                 "--character-set-server=utf8mb4"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)

    async def start(self) -> None:
        self.begin()
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                _, writer = await asyncio.open_unix_connection(str(self.socket))
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.transport.abort()
            return
        raise AssertionError(f"mariadbd does not answer: {(self.folder / 'log').read_text()[-3000:]}")

    async def stop(self, how: signal.Signals) -> None:
        self.process.send_signal(how)
        await asyncio.to_thread(self.process.wait, STOP_LIMIT_SECONDS)

    def rows(self, statement: str, database: str = "borderline") -> list[dict]:
        """What a statement finds, each row as JSON_OBJECT says."""
        found = subprocess.run(
            ["mariadb", "--no-defaults", f"--socket={self.socket}", "--user=root", "--batch", "--raw",
             "--skip-column-names", database, "--execute", statement], check=True, capture_output=True, text=True)
        return [json.loads(line) for line in found.stdout.splitlines()]


class Replica:
    """One of the servers of scores."""

    def __init__(self, folder: Path, number: int, environment: dict[str, str]):
        self.log = folder / f"server-{number}.log"
        self.configuration = folder / "scores.yaml"
        self.environment = environment
        self.process: subprocess.Popen | None = None
        # Nothing where it does not run.
        self.port: int | None = None

    async def start(self) -> None:
        offset = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [PROGRAMS / "borderline", "scores", "serve", "--config", self.configuration],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=self.environment)
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if found := re.search(rb"Scores are taken at http://[^ ]*:(\d+)/\n", self.log.read_bytes()[offset:]):
                self.port = int(found.group(1))
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"no server: {self.log.read_text(errors='replace')[-3000:]}")

    async def stop(self, how: signal.Signals) -> int:
        self.port = None
        self.process.send_signal(how)
        return await asyncio.to_thread(self.process.wait, STOP_LIMIT_SECONDS)


class World:
    """All processes of a trial, in a folder."""

    def __init__(self, folder: Path, replicas: int, scores: str = SCORES, connections: int = 8):
        self.folder = folder
        self.scores = scores
        self.connections = connections
        self.database = Database(folder / "db")
        self.environment = {**os.environ, "ACTION_KEY": SEAL, "TOKEN_SECRET": SECRET}
        self.replicas = [Replica(folder, number, self.environment) for number in range(replicas)]

    async def start(self) -> None:
        self.database.install()
        await self.database.start()
        self.database.rows("CREATE DATABASE borderline", database="mysql")
        head = f"data: {self.folder}/data\nshare: {ROOT}\nlog: {{level: warning, format: text}}\n"
        place = f"socket: {self.database.socket}, name: borderline"
        owner = self.folder / "owner.yaml"
        owner.write_text(f"{head}database: {{{place}, user: root}}\n")
        self.run("database", "migrate", "--config", str(owner))
        said = self.run("scores", "account", "--config", str(owner))
        words = dict(line.split(": ", 1) for line in said.splitlines())
        self.environment["SCORES_PASSWORD"] = words["password"]
        (self.folder / "scores.yaml").write_text(
            f"{head}database: {{{place}, user: {words['user']}, password_env: SCORES_PASSWORD, "
            f"connections: {self.connections}}}\n{self.scores}")
        await asyncio.gather(*(replica.start() for replica in self.replicas))

    def run(self, *words: str) -> str:
        done = subprocess.run(
            [PROGRAMS / "borderline", *words], capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env=self.environment)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def ports(self) -> list[int]:
        return [replica.port for replica in self.replicas if replica.port is not None]

    def kill(self) -> None:
        """Whatever still runs; nothing is left behind."""
        for process in [replica.process for replica in self.replicas] + [self.database.process]:
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()
