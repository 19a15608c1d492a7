"""What a person does with a board, each task with no more actions than it may take."""

import csv
import io
import re
from contextlib import contextmanager
from datetime import datetime, timezone

from playwright.sync_api import expect

FIRST = "#table tbody:not(.pins) tr:not(.border)"


class Hand:
    """Counts what a person does."""

    def __init__(self, page):
        self.page = page
        self.actions = 0

    def click(self, selector):
        self.actions += 1
        self.page.locator(selector).first.click()

    def type(self, selector, text):
        self.actions += 1
        self.page.locator(selector).fill(text)


@contextmanager
def task(page, most):
    hand = Hand(page)
    yield hand
    assert hand.actions <= most, f"{hand.actions} actions, at most {most}"


def name_at(page, place):
    return page.locator(f"{FIRST} bdi").nth(place).inner_text()


def test_finds_the_forecast_of_rank_1000(visitor, product):
    page = visitor.open(product.board_path)
    with task(page, 1) as hand:
        hand.click('#forecast-table label[for="chart-1000"]')
    expect(page.locator('.chart[data-rank="1000"] figcaption')).to_contain_text("closes near")


def test_finds_a_player_however_the_name_is_typed(visitor, product):
    page = visitor.open(product.board_path)
    name = name_at(page, 0)
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name.upper())
    with task(page, 1) as hand:
        hand.type("#search", wide)
    assert name in page.locator(f"{FIRST}:visible bdi").all_inner_texts()
    expect(page.locator("#status")).to_contain_text("Found:")
    page.locator("#search").press("Escape")
    expect(page.locator(f"{FIRST}:visible")).to_have_count(100)


def test_names_are_folded(visitor, product):
    page = visitor.open(product.board_path)
    script = next(url for url in page.evaluate("performance.getEntriesByType('resource').map(one => one.name)") if "/fold." in url)
    folded = page.evaluate("async (script) => ['レモン', 'ﾚﾓﾝ', 'れもん', 'ＡＢＣ', 'Žluť', 'ガ'].map((await import(script)).fold)", script)
    assert folded == ["れもん", "れもん", "れもん", "abc", "zlut", "が"]


def test_compares_two_players(visitor, product):
    page = visitor.open(product.board_path)
    with task(page, 4) as hand:
        hand.click("#choose")
        hand.click(f"{FIRST} >> nth=0 >> .tick input")
        hand.click(f"{FIRST} >> nth=3 >> .tick input")
        hand.click("#action-compare")
    window = page.locator("dialog.compare")
    expect(window.locator("tbody tr")).to_have_count(2)
    expect(window.locator("h2")).to_contain_text(name_at(page, 3))
    expect(window.locator(".grip")).to_be_focused()
    before = window.bounding_box()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    after = window.bounding_box()
    assert after["x"] > before["x"] and after["height"] < before["height"]
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(page.locator("#choose")).to_be_focused()


def test_draws_borders_with_their_gaps(visitor, product):
    """Borders came with the import, hour by hour; players are there since the start alone."""
    page = visitor.open(f"{product.board_path}?compare=b1000,b5000")
    lines = page.locator("dialog.compare svg .line:not(.outlook)")
    expect(lines).to_have_count(2)
    assert all(line.get_attribute("d").count("M") > 24 for line in lines.all())
    page.locator("dialog.compare svg").press("Home")
    expect(page.locator("dialog.compare .then").first).not_to_be_empty()


def test_borders_that_are_compared_go_on_with_their_forecast(visitor, product):
    page = visitor.open(f"{product.board_path}?compare=b1000,b5000")
    window = page.locator("dialog.compare")
    expect(window.locator("svg .fan")).to_have_count(2)
    expect(window.locator("svg .outlook")).to_have_count(2)
    expect(window.locator("thead")).to_contain_text("Final")
    expect(window.locator("tbody small")).to_have_count(2)
    page.locator("dialog.compare svg").press("End")
    page.keyboard.press("ArrowRight")
    expect(window.locator(".then-head")).to_contain_text("forecast")
    assert all(re.fullmatch(r"[\d.]+[kMG]?", text) for text in window.locator(".then").all_inner_texts())


def test_at_most_four_are_chosen(visitor, product):
    page = visitor.open(product.board_path)
    page.locator("#choose").click()
    boxes = page.locator(f"{FIRST} .tick input")
    for place in range(4):
        boxes.nth(place).check()
    expect(boxes.nth(4)).to_be_disabled()
    boxes.nth(0).uncheck()
    expect(boxes.nth(4)).to_be_enabled()


def test_sees_when_one_is_overtaken(visitor, product):
    page = visitor.open(product.board_path)
    with task(page, 3) as hand:
        hand.click("#choose")
        hand.click(f"{FIRST} >> nth=9 >> .tick input")
        hand.click("#action-overtake")
    words = page.locator(f"{FIRST} .meet").all_inner_texts()
    assert len(words) == 100 and words[9] == "chosen"
    assert all(re.fullmatch(r"chosen|never|not in time|level|–|pass(ed|es) in .+", word) for word in words)
    page.locator("#overtake-end").click()
    expect(page.locator(".meet")).to_have_count(0)


def test_sees_who_overtakes_a_score_of_ones_own(visitor, product):
    page = visitor.open(product.board_path)
    with task(page, 2) as hand:
        hand.type("#my-score", "1,000,000,000")
        hand.click("#need button")
    assert set(page.locator(f"{FIRST} .meet").all_inner_texts()) <= {"never", "not in time", "–"}


def test_pins_are_found_again(visitor, product):
    page = visitor.open(product.board_path)
    name = name_at(page, 4)
    with task(page, 3) as hand:
        hand.click("#choose")
        hand.click(f"{FIRST} >> nth=4 >> .tick input")
        hand.click("#action-pin")
    expect(page.locator("tbody.pins bdi")).to_have_text([name])
    page.reload()
    expect(page.locator("tbody.pins bdi")).to_have_text([name])
    expect(page.locator("tbody.pins .gap")).to_contain_text(" to rank ")
    page.locator("tbody.pins .unpin").click()
    expect(page.locator("tbody.pins")).to_have_count(0)


def test_goes_back_in_time_and_returns(visitor, product):
    page = visitor.open(product.board_path)
    now = page.evaluate("Number(document.getElementById('board').dataset.slot)")
    when = datetime.fromtimestamp(now, timezone.utc).strftime("%Y-%m-%dT%H:%M")
    with task(page, 2) as hand:
        hand.click("#travel")
        hand.type("#travel-panel input[type=datetime-local]", when)
    expect(page.locator("#board")).to_have_class(re.compile("travelling"))
    expect(page.locator("#travel-panel output")).to_contain_text(when[-5:])
    # All that the page says is of the minute, or says that it is not.
    expect(page.locator("#freshness")).to_contain_text(f"at {when[-5:]} UTC")
    expect(page.locator(".of-past")).to_be_visible()
    expect(page.locator("#forecast-table")).to_be_hidden()
    expect(page.locator("#table .border .near").first).to_be_hidden()
    page.locator("#travel-now").click()
    expect(page.locator("#board")).not_to_have_class(re.compile("travelling"))
    expect(page.locator(FIRST)).to_have_count(100)
    expect(page.locator("#freshness")).not_to_contain_text("As it was")
    expect(page.locator("#forecast-table")).to_be_visible()


def test_a_link_holds_what_is_shown(visitor, product):
    page = visitor.open(product.board_path, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#choose").click()
    for place in (1, 2):
        page.locator(f"{FIRST} .tick input").nth(place).check()
    page.locator("#action-pin").click()
    expect(page.locator("tbody.pins tr")).to_have_count(2)
    page.locator(".more summary").click()
    page.locator("#copy-link").click()
    expect(page.locator("#status")).to_have_text("The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    other = visitor.open(link.removeprefix(product.url))
    expect(other.locator("tbody.pins tr")).to_have_count(2)


def test_saves_what_is_on_the_screen(visitor, product):
    page = visitor.open(product.board_path)
    page.locator(".more summary").click()
    with page.expect_download() as download:
        page.locator("#save-csv").click()
    assert re.fullmatch(r"sim-4-main-\d{4}-\d\d-\d\dT\d{4}Z\.csv", download.value.suggested_filename)
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    names = page.locator(f"{FIRST} bdi").all_inner_texts()
    assert len([row for row in rows if row["player"]]) == 100
    assert rows[0]["name"].lstrip("'") == names[0]
    assert not any(row["name"][:1] in "=+-@" for row in rows if row["name"])
