"""What a board says beside scores, in HTML and after an update by its script."""

import json
import re

import pytest
from playwright.sync_api import expect

ROWS = """() => Array.from(document.querySelectorAll('#table tbody tr'), row => Array.from(row.cells, cell =>
    cell.className.replace(' changed', '').trim() + ': ' + cell.textContent.trim()))"""


def test_script_and_server_say_the_same(visitor, product):
    """The page is told to be a minute older than it is, and brought up to date with the document of its own slot."""
    plain = visitor.open(product.board_path, java_script_enabled=False)
    slot = plain.locator("#board").get_attribute("data-slot")
    rows = plain.evaluate(ROWS)
    document = plain.request.get(f"{product.url}{product.board_path}at/{int(slot) // 60}.json").text()
    html = plain.request.get(f"{product.url}{product.board_path}").text()
    if f'data-slot="{slot}"' not in html:
        pytest.skip("a minute passed")
    context = visitor.browser.new_context(base_url=product.url, service_workers="block")
    visitor.contexts.append(context)
    page = context.new_page()
    older = html.replace(f'data-slot="{slot}"', f'data-slot="{int(slot) - 60}"')
    older = re.sub(r'data-next="\d+"', f'data-next="{int(slot)}"', older)
    older = re.sub(r'data-names="[0-9a-f]+"', 'data-names=""', older)
    older = re.sub(r'(<td class="num (?:score|average|games|each)">)[^<]*', r"\1-", older)
    older = re.sub(r'(<td class="move)[^"]*">[^<]+', r'\1">-', older)
    page.route(f"**{product.board_path}", lambda route: route.fulfill(body=older, content_type="text/html"))
    page.route("**/latest.json", lambda route: route.fulfill(body=document, content_type="application/json"))
    page.goto(product.board_path)
    expect(page.locator("#status")).to_contain_text("scores changed", timeout=30_000)
    assert page.evaluate(ROWS) == rows


def test_says_who_climbed_and_how_each_plays(visitor, product):
    page = visitor.open(product.board_path)
    latest = json.loads(page.request.get(f"{product.url}{product.board_path}latest.json").text())
    entries = latest["entries"]
    assert len(entries["games"]) == len(entries["climbed"]) == len(entries["score"])
    expect(page.locator("#table tbody .games").first).not_to_be_empty()
    assert re.fullmatch(r"[\d.]+[kMG]?", page.locator("#table tbody .average").first.inner_text())


@pytest.mark.parametrize("width", [375, 640, 1100, 1280, 1600])
def test_names_have_room_beside_the_numbers(visitor, product, width):
    page = visitor.open(product.board_path, viewport={"width": width, "height": 800})
    region = page.locator(".ranking .scroll")
    assert region.evaluate("region => region.scrollWidth <= region.clientWidth")
    name = page.locator("#table tbody .name").first.bounding_box()
    assert name["width"] >= (90 if width == 375 else 140)


def test_a_phone_shows_one_column_at_a_time(visitor, product):
    page = visitor.open(product.board_path, viewport={"width": 375, "height": 800}, java_script_enabled=False)
    for choice, column in [("show-24", ".g24"), ("show-average", ".average"), ("show-games", ".each"), ("show-1", ".g1")]:
        page.locator(f"label[for={choice}]").click()
        for shown in [".g1", ".g3", ".g24", ".average", ".each"]:
            assert page.locator(f"#table tbody tr:not(.border) {shown}").first.is_visible() == (shown == column)


def test_tells_what_a_score_of_ones_own_needs(visitor, product):
    page = visitor.open(product.board_path)
    row = page.locator('#forecast-table tr[data-rank="1000"]')
    before = row.locator('[data-field="hold"]').inner_text()
    page.locator("#my-score").fill("1")
    expect(row.locator('[data-field="hold"]')).not_to_have_text(before)
    assert re.fullmatch(r"[\d.]+[kMG]?–[\d.]+[kMG]?", row.locator('[data-field="hold"]').inner_text())
    page.locator("#my-score").fill("")
    expect(row.locator('[data-field="hold"]')).to_have_text(before)


def test_a_rank_in_the_table_shows_its_chart(visitor, product):
    page = visitor.open(product.board_path, java_script_enabled=False)
    page.locator('#forecast-table label[for="chart-1000"]').click()
    expect(page.locator('.chart[data-rank="1000"] figure')).to_be_visible()


def test_every_column_is_printed(visitor, product):
    page = visitor.open(product.board_path, viewport={"width": 375, "height": 800})
    page.emulate_media(media="print")
    for column in [".g1", ".g3", ".g24", ".average", ".games"]:
        expect(page.locator(f"#table tbody tr:not(.border) {column}").first).to_be_visible()
