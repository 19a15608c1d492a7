"""The page of a player."""

from playwright.sync_api import expect

from conftest import picture

FIRST = "#table tbody tr:not(.border)"


def test_a_name_leads_to_its_page_without_a_script(visitor, product):
    page = visitor.open(product.board_path, java_script_enabled=False)
    row = page.locator(FIRST).nth(2)
    name, score = row.locator("bdi").inner_text(), row.locator(".score").inner_text()
    row.locator(".name a").click()
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator(".facts")).to_contain_text("Rank")
    expect(page.locator(".course svg path.line-0")).to_have_count(1)
    assert len(score) > 0
    expect(page.locator(".names li").first).to_contain_text(name)
    page.locator(".over a").click()
    expect(page).to_have_url(f"{product.url}{product.board_path}")


def test_fits_a_phone(visitor, product):
    page = visitor.open(product.board_path, viewport={"width": 375, "height": 800})
    page.locator(f"{FIRST} .name a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator(".scroll:has(.days)").evaluate("region => region.scrollWidth <= region.clientWidth")
    picture(page, "player-375")
