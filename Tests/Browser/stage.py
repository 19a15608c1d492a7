"""Four boards on one server for the tasks under conditions: with usual and hostile names, running and about to end."""

import json
import socket
import time
from pathlib import Path

from nasty import EVENT_NAME, Upstream
from product import START_LIMIT_SECONDS, Product, Program, configure, get, run

USUAL_NAMES = [f"Player {place}" for place in range(1, 41)]
# From the start of the program to the end of the events that end: every page is opened in between.
ENDS_AFTER_SECONDS = 120
NEXT_EDITION_LIMIT_SECONDS = 130

GAME = """\
  - id: {id}
    name: {name}
    adapter: mapped
    url: {url}
    cadence: 1m
    languages: en ja
    events:
      - {{id: '1', name: {event}, starts: {starts}, ends: {ends}}}
    mapped:
      requests:
        - {{path: /ranking, shows: entries, rows: rows, rank: rank, score: score, player: id, name: name}}
"""


class Stage(Product):
    """The product's live event, and three that another upstream holds; restarted at the same address."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.upstreams = [Upstream(), Upstream(), Upstream(USUAL_NAMES)]
        self.has_restarted = False

    def start(self) -> None:
        epoch = run("game-simulator", "epoch", "--finished", "3", "--live-for", "5d7h")
        past = str(self.folder / "past")
        run("game-simulator", "export", "--epoch", epoch, "--events", "3", "--live", "--out", past)
        game = Program(self.folder, "game-simulator", "serve", "--epoch", epoch, "--port", "0")
        self.programs.append(game)
        address = game.wait_for(r"listening on (http://\S+)")
        path = configure(self.folder, address)
        self.configuration = str(path)
        run("borderline", "history", "import", past, "--config", self.configuration)
        # The end is a whole minute: readings are.
        self.ends = (int(time.time()) + ENDS_AFTER_SECONDS) // 60 * 60 + 60
        text = path.read_text().replace("port: 0", f"port: {free_port()}", 1)
        path.write_text(text.rstrip("\n") + "\n" + "".join(self.games()))
        self.serve()

    def games(self) -> list[str]:
        day = 86_400
        later = self.ends + day
        games = [("hostile", EVENT_NAME, later), ("hostile-end", EVENT_NAME, self.ends), ("usual-end", "Last minutes", self.ends)]
        return [
            GAME.format(id=name, name=name, url=upstream.url, event=json.dumps(event), starts=stamp(self.ends - 3 * day), ends=stamp(ends))
            for (name, event, ends), upstream in zip(games, self.upstreams)
        ]

    def serve(self) -> None:
        borderline = Program(self.folder, "borderline", "up", "--config", self.configuration)
        self.programs.insert(0, borderline)
        self.url = borderline.wait_for(r"Borderline is at (http://\S+?)/?\s")
        for event in ("running", "ends"):
            for names in ("usual", "hostile"):
                self.wait_for_board(borderline, self.board(event, names))

    def wait_for_board(self, borderline: Program, path: str) -> None:
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while '<tr data-key="' not in get(self.url + path):
            assert time.monotonic() < deadline and borderline.process.poll() is None, borderline.tail()
            time.sleep(0.2)

    def publish_past(self) -> None:
        """The minutes that were imported, which an edition alone does not publish."""
        run("borderline", "publish", "--verify", "--config", self.configuration)

    def restart(self) -> None:
        if not self.has_restarted:
            self.has_restarted = True
            assert self.programs.pop(0).stop() == 0
            self.serve()

    def wait_for_end(self) -> None:
        """Until the boards that end have an edition after their end."""
        deadline = self.ends + NEXT_EDITION_LIMIT_SECONDS
        for names in ("usual", "hostile"):
            while json.loads(get(f"{self.url}{self.board('ends', names)}latest.json"))["phase"] == "running":
                assert time.time() < deadline, self.programs[0].tail()
                time.sleep(0.5)

    def board(self, event: str, names: str) -> str:
        if (event, names) == ("running", "usual"):
            return self.board_path
        return f"/e/{names}{'-end' if event == 'ends' else ''}-1/main/"

    def stop(self) -> dict[str, int]:
        for upstream in self.upstreams:
            upstream.stop()
        return super().stop()


def stamp(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]
