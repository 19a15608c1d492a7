"""Names that want to be more than names, on the page, after an update by the page's script, and in every document."""

import json
import time
import xml.etree.ElementTree
from pathlib import Path

import pytest
from playwright.sync_api import expect

from conftest import Visitor, picture
from nasty import EVENT_NAME, NAMES, Upstream, shown
from product import ROOT, Program, run

CONFIGURATION = """\
data: {folder}/data
output: {folder}/output
share: {root}
listen: {{port: 0}}
site: {{title: 'Nasty </title> names', url: 'http://127.0.0.1'}}
games:
  - id: nasty
    name: Nasty game
    adapter: mapped
    url: {url}
    cadence: 1m
    events:
      - id: '1'
        name: {name}
        starts: {starts}
        ends: {ends}
    mapped:
      requests:
        - {{path: /ranking, shows: entries, rows: rows, rank: rank, score: score, player: id, name: name}}
"""

BOARD = "/e/nasty-1/main/"
# Three lines of a name, a line's height being 1.35 of its size, and the padding of a row.
ROW_LIMIT_PX = 90
NEXT_EDITION_LIMIT_MS = 100_000


class House:
    def __init__(self, folder: Path):
        self.folder = folder
        self.upstream = Upstream()
        day = lambda days: time.strftime("%Y-%m-%dT00:00:00Z", time.gmtime(time.time() + 86_400 * days))
        self.configuration = folder / "borderline.yaml"
        self.configuration.write_text(
            CONFIGURATION.format(
                folder=folder, root=ROOT, url=self.upstream.url, name=json.dumps(EVENT_NAME), starts=day(-1), ends=day(3)))
        run("borderline", "database", "start", "--config", str(self.configuration))
        self.tick()
        self.server = Program(folder, "borderline", "serve", "--config", str(self.configuration))
        self.url = self.server.wait_for(r"Borderline is at (http://\S+?)/?\s")

    def tick(self) -> None:
        run("borderline", "tick", "--config", str(self.configuration))

    def stop(self) -> None:
        self.server.stop()
        run("borderline", "database", "stop", "--config", str(self.configuration))
        self.upstream.stop()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory):
    house = House(tmp_path_factory.mktemp("nasty"))
    yield house
    house.stop()


@pytest.fixture
def guest(browser, house):
    visitor = Visitor(browser, house)
    yield visitor
    troubles = list(visitor.troubles)
    visitor.close()
    assert troubles == []


def by_score(page) -> dict[int, str]:
    """The names of the page by the last three digits of thousands of their scores, which tell players apart."""
    rows = page.locator("#table tbody tr:not(.border)").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.score').textContent, row.querySelector('.name bdi').textContent])")
    return {int(score.replace(",", "")) // 1000 % 1000: name for score, name in rows}


def assert_names(page, asked: int) -> None:
    names = by_score(page)
    count = len(NAMES)
    for place, (name, expected) in enumerate(NAMES):
        assert names[place if asked % 2 else count - place] == shown(name, expected), f"name {place}"
    assert len(names) == count


def assert_layout(page) -> None:
    rows = page.locator("#table tbody tr:not(.border)").evaluate_all("""rows => rows.map(row => {
        const box = element => { const b = element.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
        const name = row.querySelector('.name bdi');
        return {row: box(row), cell: box(row.querySelector('.name')), name: box(name), rank: box(row.querySelector('.rank')),
            score: box(row.querySelector('.score')), translate: name.getAttribute('translate'),
            bidi: getComputedStyle(name).unicodeBidi, children: name.childElementCount, cells: row.children.length};
    })""")
    assert {row["translate"] for row in rows} == {"no"}
    assert {row["bidi"] for row in rows} == {"isolate"}
    assert {row["children"] for row in rows} == {0}
    assert len({row["cells"] for row in rows}) == 1
    assert len({round(row["rank"][0]) for row in rows}) == 1, "ranks stand in one column"
    assert len({round(row["score"][2]) for row in rows}) == 1, "scores stand in one column"
    for before, after in zip(rows, rows[1:]):
        assert before["row"][3] <= after["row"][1] + 1, "rows do not overlap"
    for row in rows:
        assert row["row"][3] - row["row"][1] <= ROW_LIMIT_PX
        left, top, right, bottom = row["cell"]
        assert left <= row["name"][0] and row["name"][2] <= right + 0.5, "a name stays in its cell"
        assert top <= row["name"][1] + 0.5 and row["name"][3] <= bottom + 0.5
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def assert_nothing_ran(page) -> None:
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("h1").count() == 1
    # The page has bold words and charts of its own, but none where names stand, and no handler anywhere.
    assert page.locator("#board script, #table svg, #table b:not(.near b), bdi *").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length") == 0


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("script", [False, True])
def test_names_are_text(guest, house, width, script):
    page = guest.open(BOARD, viewport={"width": width, "height": 900}, java_script_enabled=script)
    assert_names(page, house.upstream.asked)
    assert_layout(page)
    assert page.locator("h1").inner_text().startswith("</title><script>")
    if script:
        assert_nothing_ran(page)
        picture(page, f"nasty-{width}")


def test_the_front_page_shows_the_name_of_the_event(guest):
    page = guest.open("/")
    assert page.evaluate("window.hacked === undefined")
    expect(page.locator("main")).to_contain_text("</title><script>window.hacked=1</script> {{name}} &")
    assert page.title().endswith("Nasty </title> names")


def test_the_script_says_names_as_the_server_does(guest, house):
    page = guest.open(BOARD)
    words = next((house.folder / "output" / "assets").glob("words.*.js")).name
    names = [name.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for name, _ in NAMES]
    said = page.evaluate(
        "async ([path, names]) => { const words = await import(path); return names.map(words.displayName); }",
        [f"/assets/{words}", names])
    assert said == [shown(name, expected) for name, expected in NAMES]


def test_names_stay_text_when_the_page_follows(guest, house):
    page = guest.open(BOARD)
    before = house.upstream.asked
    freshness = page.locator("#freshness").inner_text()
    time.sleep(60 - time.time() % 60 + 0.5)
    house.tick()
    assert house.upstream.asked == before + 1
    expect(page.locator("#freshness")).not_to_have_text(freshness, timeout=NEXT_EDITION_LIMIT_MS)
    assert_names(page, house.upstream.asked)
    assert_layout(page)
    assert_nothing_ran(page)


def test_every_document_is_well_formed(house):
    output = house.folder / "output"
    for file in output.rglob("*"):
        if file.suffix == ".json":
            json.loads(file.read_text(encoding="utf-8"))
        elif file.suffix in {".svg", ".atom", ".xml"}:
            xml.etree.ElementTree.parse(file)
    names = set()
    for file in output.glob("e/nasty-1/main/names/*.json"):
        names.update(json.loads(file.read_text(encoding="utf-8"))["names"])
    whole = {name.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for name, _ in NAMES}
    assert {"</script><script>window.hacked=1</script>", "plain"} <= whole & names
    assert (output / "feed.atom").read_text().count("<entry>") >= 1
