"""What a reader sees without waiting."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from conftest import picture

WIDTHS = {"phone": 375, "desk": 1280}


def test_front_page_leads_to_the_live_board(visitor, product):
    page = visitor.open("/")
    page.locator(f'a[href$="{product.board_path.removeprefix("/")}"]').first.click()
    expect(page).to_have_url(f"{product.url}{product.board_path}")
    expect(page.locator("#table tbody tr")).not_to_have_count(0)


def test_front_page_names_past_events(visitor):
    page = visitor.open("/")
    expect(page.locator("#past-title ~ * li")).to_have_count(3)
    page.locator("#past-title ~ * a").first.click()
    expect(page.locator("#board")).to_be_visible()


def test_board_shows_a_hundred_players_and_borders(visitor, product):
    page = visitor.open(product.board_path)
    expect(page.locator("#table tbody tr:not(.border)")).to_have_count(100)
    borders = page.locator("#table tbody tr.border")
    assert borders.count() >= 10
    ranks = [int(text.replace(",", "")) for text in page.locator("#table tbody .rank").all_inner_texts()]
    assert ranks == sorted(ranks)
    scores = [int(text.replace(",", "")) for text in page.locator("#table tbody .score").all_inner_texts()]
    assert scores == sorted(scores, reverse=True)


def test_board_forecasts_its_borders(visitor, product):
    page = visitor.open(product.board_path)
    expect(page.locator("#table tbody tr.border .near").first).to_be_visible()
    figure = page.locator(".chart figure:visible")
    expect(figure).to_have_count(1)
    expect(figure.locator("figcaption")).to_contain_text("closes near")
    assert figure.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_works_without_javascript(visitor, product):
    page = visitor.open(product.board_path, java_script_enabled=False)
    expect(page.locator("#table tbody tr:not(.border)")).to_have_count(100)
    expect(page.locator("#table tbody tr.border .near").first).to_be_visible()
    expect(page.locator("#countdown strong")).not_to_be_empty()
    expect(page.locator("#freshness")).to_contain_text("Data of")
    expect(page.locator("#live")).to_be_hidden()
    figure = page.locator(".chart figure:visible")
    expect(figure).to_have_count(1)
    chart = page.request.get(urljoin(page.url, figure.locator("img").get_attribute("src")))
    assert chart.status == 200
    assert chart.headers["content-type"].startswith("image/svg+xml")
    # Another border's chart is chosen without a script too.
    rank = page.locator(".chart:has(input:not(:checked))").first.get_attribute("data-rank")
    other = page.locator(f'.chart[data-rank="{rank}"]')
    other.locator("label").click()
    expect(other.locator("figure")).to_be_visible()


@pytest.mark.parametrize("path", ["index", "board"])
@pytest.mark.parametrize("width", WIDTHS)
def test_fits_the_window(visitor, product, path, width):
    page = visitor.open(
        "/" if path == "index" else product.board_path, viewport={"width": WIDTHS[width], "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    picture(page, f"{path}-{width}")


def test_unknown_address_is_answered_with_a_page(browser, product):
    page = browser.new_page()
    answer = page.goto(f"{product.url}/e/nothing/here/")
    assert answer.status == 404
    expect(page.locator("h1")).to_be_visible()
    page.close()
