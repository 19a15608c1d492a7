"""How a page follows the minutes."""

import json

from playwright.sync_api import expect

# A minute until the next edition, its publication, and the spread over which pages ask for it.
NEXT_EDITION_LIMIT_MS = 100_000


def test_follows_the_editions_and_never_goes_back(visitor, product):
    page = visitor.open(product.board_path)
    # What a service worker asks for is not seen by the route.
    stale = visitor.open(product.board_path, service_workers="block")
    asked = answer_with_the_past(stale)
    before = page.locator("#freshness").inner_text()
    stale_before = stale.locator("#freshness").inner_text()
    for opened in (page, stale):
        opened.evaluate("window.isTheSameDocument = true")

    expect(page.locator("#freshness")).not_to_have_text(before, timeout=NEXT_EDITION_LIMIT_MS)
    expect(page.locator("#status")).to_contain_text("scores changed")
    expect(page.locator("#table tbody tr:not(.border)")).to_have_count(100)
    ranks = [int(text.replace(",", "")) for text in page.locator("#table tbody .rank").all_inner_texts()]
    assert ranks == sorted(ranks)
    assert page.evaluate("window.isTheSameDocument")
    assert_shows_the_published(page, product)

    wait_until_asked_twice(stale, asked)
    assert asked, "the page never asked again"
    assert stale.locator("#freshness").inner_text() == stale_before
    assert stale.evaluate("window.isTheSameDocument")


def test_pauses_when_told_to(visitor, product):
    page = visitor.open(product.board_path)
    button = page.locator("#live")
    expect(button).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#status")).to_have_text("Paused.")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")


def answer_with_the_past(page) -> list[int]:
    """Answers for latest.json with a document of an hour ago, as a stale cache would; the slots it answered with."""
    slots = []

    def answer(route):
        document = json.loads(route.fetch().text())
        document["slot"] -= 3600
        document["as_of"] -= 3600
        document["next"] -= 3600
        document["entries"]["score"] = [0 for _ in document["entries"]["score"]]
        slots.append(document["slot"])
        route.fulfill(json=document)

    page.route("**/latest.json", answer)
    return slots


def wait_until_asked_twice(page, slots: list[int]) -> None:
    """Lets the page live until it has asked twice, or the next edition is long out."""
    waited = 0
    while len(slots) < 2 and waited < NEXT_EDITION_LIMIT_MS:
        page.wait_for_timeout(500)
        waited += 500


def assert_shows_the_published(page, product) -> None:
    """Row by row what latest.json says, unless the minute turned over in between."""
    latest = json.loads(page.request.get(f"{product.url}{product.board_path}latest.json").text())
    shown = page.evaluate(
        """() => Array.from(document.querySelectorAll('#table tbody tr:not(.border)'), row => [
            row.dataset.key, row.querySelector('.score').textContent.replaceAll(',', '')])""")
    names = json.loads(page.request.get(f"{product.url}{product.board_path}names/{latest['names']}.json").text())
    players = [names["players"][place] for place in latest["entries"]["player"]]
    published = [[key, str(score)] for key, score in zip(players, latest["entries"]["score"])]
    assert shown == published
