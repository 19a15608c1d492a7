"""The simulated game and Borderline as two processes in a folder of their own."""

import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("BORDERLINE_PROGRAMS", ROOT / ".build" / "debug"))

# A first page needs the database made, a minute begun and its boards read.
START_LIMIT_SECONDS = 150
STOP_LIMIT_SECONDS = 30

CONFIGURATION = """\
data: {folder}/data
output: {folder}/output
share: {root}
listen:
  port: 0
admin:
  port: 0
site:
  title: {title}
games:
  - id: sim
    name: Simulated game
    adapter: game-server
    url: {game}
    cadence: 1m
    featured_ranks: [100, 500, 1000, 5000, 10000]
    languages: en ja
{more}"""


def configure(folder: Path, game: str, title: str = "Browser test", more: str = "") -> Path:
    """Writes the configuration of a product in a folder.

    game: the simulated game's address. more: further sections.
    """
    path = folder / "borderline.yaml"
    path.write_text(CONFIGURATION.format(folder=folder, root=ROOT, game=game, title=title, more=more))
    return path


class Program:
    """A process whose lines are kept in a file."""

    def __init__(self, folder: Path, name: str, *arguments: str):
        self.name = name
        self.log = folder / f"{name}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [PROGRAMS / name, *arguments], stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=folder
            )

    def wait_for(self, pattern: str, limit_seconds: float = START_LIMIT_SECONDS) -> str:
        """The first group of the pattern, as soon as it is printed."""
        deadline = time.monotonic() + limit_seconds
        while time.monotonic() < deadline:
            found = re.search(pattern, self.log.read_text(errors="replace"))
            if found:
                return found.group(1)
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"{self.name} never printed {pattern}:\n{self.tail()}")

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def stop(self) -> int:
        """Asks it to end, waits, and returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"{self.name} did not end:\n{self.tail()}") from None


def run(name: str, *arguments: str) -> str:
    done = subprocess.run([PROGRAMS / name, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"{name} {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout.strip()


class Product:
    """A live event five days old after three finished ones, in real time."""

    event = "sim-4"

    def __init__(self, folder: Path):
        self.folder = folder
        self.programs: list[Program] = []
        self.url = ""

    def start(self) -> None:
        epoch = run("game-simulator", "epoch", "--finished", "3", "--live-for", "5d7h")
        past = str(self.folder / "past")
        run("game-simulator", "export", "--epoch", epoch, "--events", "3", "--live", "--out", past)
        game = Program(self.folder, "game-simulator", "serve", "--epoch", epoch, "--port", "0")
        self.programs.append(game)
        address = game.wait_for(r"listening on (http://\S+)")
        configuration = str(configure(self.folder, address))
        run("borderline", "history", "import", past, "--config", configuration)
        borderline = Program(self.folder, "borderline", "up", "--config", configuration)
        self.programs.insert(0, borderline)
        self.url = borderline.wait_for(r"Borderline is at (http://\S+?)/?\s")
        self.wait_for_rows(borderline)

    def wait_for_rows(self, borderline: Program) -> None:
        """Until the live board shows players, which no import brings."""
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while time.monotonic() < deadline:
            if re.search(r'<tr data-key="[0-9a-f]{16}"', get(f"{self.url}{self.board_path}")):
                return
            assert borderline.process.poll() is None, borderline.tail()
            time.sleep(0.5)
        raise AssertionError(f"no players on {self.board_path}:\n{borderline.tail()}")

    @property
    def board_path(self) -> str:
        return f"/e/{self.event}/main/"

    def stop(self) -> dict[str, int]:
        """Ends all; the exit code of each program by its name."""
        return {program.name: program.stop() for program in self.programs}

    def leftovers(self) -> list[str]:
        """Command lines of processes that still work in the folder."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if str(self.folder) in command:
                found.append(command)
        return found


def get(url: str) -> str:
    """The body; empty where it is not there yet."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, TimeoutError):
        return ""
