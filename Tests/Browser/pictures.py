"""Takes the pictures of the documents: an invented game at one fixed minute, seen with Debian's Chromium.

usage: pictures.py [NAME…]      all of them without a name
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from chromium import launch
from product import ROOT, Product, Program, configure, get, run

# A day before is read minute by minute, so that no gain and no session lacks a minute.
FIRST = "2026-11-20T11:00:00Z"
NOW = "2026-11-21T13:00:00Z"
# The page is looked at so long after its minute, before the next edition is due: it asks for none.
SEEN_AFTER_SECONDS = 12
FINISHED_EVENTS = 5
FOLDER = ROOT / "Docs" / "pictures"
COLOURS = 128
PLAYER_PLACE = 59
ROWS = "#table tbody:not(.pins) tr:not(.border)"


class PastProduct(Product):
    """A day of a live event, read in the simulator's own time, then served as it was in its last minute."""

    event = f"sim-{FINISHED_EVENTS + 1}"

    def start(self) -> None:
        epoch = run("game-simulator", "epoch", "--finished", str(FINISHED_EVENTS), "--live-for", "5d8h", "--at", NOW)
        past = str(self.folder / "past")
        run("game-simulator", "export", "--epoch", epoch, "--events", str(FINISHED_EVENTS), "--live", "--before", FIRST, "--out", past)
        world = ["--epoch", epoch, "--speed", "max", "--start-at", FIRST, "--port", "0"]
        game = Program(self.folder, "game-simulator", "serve", *world)
        self.programs.append(game)
        address = game.wait_for(r"listening on (http://\S+)")
        configuration = str(configure(self.folder, address, title="Borderline", more=f"clock:\n  simulator: {address}\n"))
        run("borderline", "history", "import", past, "--config", configuration)
        run("borderline", "up", "--until", NOW, "--config", configuration)
        server = Program(self.folder, "borderline", "serve", "--config", configuration)
        self.programs.insert(0, server)
        self.url = server.wait_for(r"Borderline is at (http://\S+?)/?\s")

    @property
    def player_path(self) -> str:
        """Of somebody between two borders."""
        return re.findall(r'href="([^"]+/p/[0-9a-f]{16}\.html)"', get(self.url + self.board_path))[PLAYER_PLACE]


def choose(page: Page, *places: int) -> None:
    page.locator("#choose").click()
    for place in places:
        page.locator(f"{ROWS} .tick input").nth(place).check()


def compare(page: Page) -> None:
    choose(page, 1, 2, 4)
    page.locator("#action-compare").click()
    page.locator("dialog.compare svg .line").nth(2).wait_for()
    page.locator("dialog.compare svg").hover(position={"x": 480, "y": 120})


def overtake(page: Page) -> None:
    choose(page, 4)
    page.locator("#action-overtake").click()
    page.locator(".meet").first.wait_for()


def travel(page: Page) -> None:
    page.locator("#travel").click()
    page.locator("#travel-panel input[type=datetime-local]").fill("2026-11-20T21:00")
    page.locator("#board.travelling").wait_for()


def forecast(page: Page) -> None:
    page.locator('#forecast-table label[for="chart-1000"]').click()


@dataclass
class Picture:
    name: str
    is_of_player: bool = False
    width: int = 1280
    height: int = 800
    theme: str = "light"
    act: Callable[[Page], None] = lambda page: None
    # The part of the page, down to the end of its last element shown; without it what fits the window.
    part: str | None = None
    last: str | None = None


PICTURES = [
    Picture("board", height=860),
    Picture("board-phone", width=375, theme="dark"),
    Picture("player", is_of_player=True, width=1000, height=1400),
    Picture("compare", act=compare),
    Picture("overtake", act=overtake),
    Picture("travel", act=travel),
    Picture("forecast", height=1500, act=forecast, part="#forecasts", last='#forecast-table tr[data-rank="1000"]'),
]


def take(browser: Browser, product: PastProduct, picture: Picture) -> None:
    now = datetime.fromisoformat(NOW).timestamp() + SEEN_AFTER_SECONDS
    context = browser.new_context(
        base_url=product.url, viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.theme,
        device_scale_factor=2, reduced_motion="reduce", locale="en-US", timezone_id="UTC", service_workers="block",
    )
    page = context.new_page()
    path = product.player_path if picture.is_of_player else product.board_path
    page.clock.set_fixed_time(datetime.fromtimestamp(now, timezone.utc))
    assert page.goto(path, wait_until="networkidle").status == 200
    picture.act(page)
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    file = FOLDER / f"{picture.name}.png"
    page.screenshot(path=file, animations="disabled", caret="hide", clip=frame(page, picture))
    context.close()
    shrink(file)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")


def frame(page: Page, picture: Picture) -> dict[str, float] | None:
    if picture.part is None:
        return None
    box = page.locator(picture.part).bounding_box()
    end = page.locator(picture.last).bounding_box()
    return {**box, "height": end["y"] + end["height"] - box["y"]}


def shrink(file: Path) -> None:
    """Such a page has few colours: with a palette of them the file is smaller and looks the same."""
    subprocess.run(["pngquant", "--force", "--strip", "--output", file, str(COLOURS), file], check=True)


def main(names: list[str]) -> None:
    unknown = set(names) - {picture.name for picture in PICTURES}
    if unknown:
        sys.exit(f"There are no such pictures: {', '.join(sorted(unknown))}")
    with ExitStack() as stack:
        product = PastProduct(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pictures-"))))
        stack.callback(product.stop)
        product.start()
        browser = launch(stack.enter_context(sync_playwright()))
        for picture in PICTURES:
            if not names or picture.name in names:
                take(browser, product, picture)


if __name__ == "__main__":
    main(sys.argv[1:])
