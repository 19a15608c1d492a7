"""axe on every kind of page, and what it cannot see: the keyboard."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from product import get

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.mark.parametrize("path", ["index", "board", "past", "player", "japanese"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(visitor, product, path, scheme, width):
    paths = {"index": "/", "board": product.board_path, "past": "/e/sim-3/main/"}
    paths |= {"player": player_path(product), "japanese": f"{product.board_path}ja/"}
    page = visitor.open(paths[path], color_scheme=scheme, viewport={"width": width, "height": 800})
    for closed in page.locator("details:not([open]) summary").all():
        closed.click()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def player_path(product) -> str:
    """Of whoever is first."""
    return re.search(r'href="([^"]+/p/[0-9a-f]{16}\.html)"', get(f"{product.url}{product.board_path}"))[1]


def test_the_skip_link_comes_first_and_leads_to_the_ranking(visitor, product):
    page = visitor.open(product.board_path)
    page.keyboard.press("Tab")
    skip = page.locator(".skip").first
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#ranking")).to_be_in_viewport()


def test_charts_are_chosen_by_keyboard(visitor, product):
    page = visitor.open(product.board_path)
    page.locator(".chart input:checked").focus()
    before = page.locator(".chart figure:visible figcaption").inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".chart figure:visible")).to_have_count(1)
    expect(page.locator(".chart figure:visible figcaption")).not_to_have_text(before)


def test_motion_is_left_out_where_it_is_not_wanted(visitor, product):
    page = visitor.open(product.board_path, reduced_motion="reduce")
    row = page.locator("#table tbody tr").first
    row.evaluate("row => row.classList.add('changed')")
    names = row.locator("> *").evaluate_all("cells => cells.map(cell => getComputedStyle(cell).animationName)")
    assert set(names) == {"none"}
