"""The pages in another language, by the server and by the script."""

import re

import pytest
from playwright.sync_api import expect

FIRST = "#table tbody tr:not(.border)"


@pytest.mark.parametrize("width,scheme", [(375, "dark"), (1280, "light")])
def test_a_board_is_in_japanese(visitor, product, width, scheme):
    page = visitor.open(f"{product.board_path}ja/", viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert page.locator("html").get_attribute("lang") == "ja"
    expect(page.locator("#ranking-title")).to_have_text("ランキング")
    expect(page.locator(FIRST)).to_have_count(100)
    expect(page.locator("#freshness")).to_contain_text("のデータ")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    # The script's own words.
    page.locator("#choose").click()
    expect(page.locator("#actions output")).to_have_text("0 件選択（4 件まで）")
    expect(page.locator("#countdown strong")).to_have_text(re.compile(r"日|時間|分"))


def test_languages_lead_to_each_other_and_stay(visitor, product):
    page = visitor.open(product.board_path, java_script_enabled=False)
    page.locator('.languages a[hreflang="ja"]').click()
    expect(page).to_have_url(f"{product.url}{product.board_path}ja/")
    page.locator(f"{FIRST} .name a").first.click()
    assert re.search(r"/main/ja/p/[0-9a-f]{16}\.html$", page.url)
    page.locator(".brand").click()
    expect(page).to_have_url(f"{product.url}/ja/")
    expect(page.locator("h1")).to_have_text("リアルタイムランキング")


def test_no_word_is_left_without_its_key(visitor, product):
    for path in ["/", product.board_path, f"{product.board_path}ja/"]:
        page = visitor.open(path)
        text = page.locator("body").inner_text()
        assert not re.search(r"\[\[|\{\w+\}|\b(tools|past|column|forecasts|status)\.[a-z]+", text)
