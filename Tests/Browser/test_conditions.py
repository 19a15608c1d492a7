"""The tasks of the board under every pair of conditions: width, language, theme, keyboard alone, no script, offline, after
a restart of the server, across the end of the event, with hostile names."""

import re
from datetime import datetime, timedelta, timezone
from itertools import combinations

import pytest
from playwright.sync_api import expect

from pairs import CONDITIONS, EXCUSES, Case, cases, excuse
from stage import Stage

ROWS = "#table tbody:not(.pins) tr:not(.border)"
TICKS = f"{ROWS} .tick input"
# Tools, and the first rows of the table; more would be no way for a keyboard.
MOST_TABS = 60
NEXT_EDITION_LIMIT_MS = 100_000


def test_every_pair_of_conditions_has_a_case_or_an_excuse():
    chosen = cases()
    values = [(place, value) for place, values in enumerate(CONDITIONS) for value in values]
    for (one, first), (other, second) in combinations(values, 2):
        if one == other:
            continue
        found = [case for case in chosen if case[one] == first and case[other] == second]
        assert bool(found) != bool(excuse((first, second))), (first, second)
    assert all(excuse(case) is None for case in chosen)
    assert {pair[0] for pair in EXCUSES} <= set(CONDITIONS.task) | set(CONDITIONS.script)


class Visit:
    """A page that was opened while all was well, and what a person does with it later."""

    def __init__(self, browser, stage: Stage, case: Case):
        self.stage, self.case = stage, case
        has_script = case.script == "on"
        self.context = browser.new_context(
            base_url=stage.url, viewport={"width": case.width, "height": 800}, color_scheme=case.theme, locale="en-US",
            timezone_id="UTC", java_script_enabled=has_script, reduced_motion="reduce")
        self.errors: list[str] = []
        self.path = stage.board(case.event, case.names) + ("ja/" if case.language == "ja" else "")
        self.page = self.open()
        if has_script:
            self.page.evaluate("navigator.serviceWorker.ready")
            # The page and its root are kept by the worker once both came through it.
            self.page.reload(wait_until="networkidle")
            self.page.evaluate("path => fetch(path).then((answer) => answer.text())", f"{stage.board(case.event, case.names)}latest.json")
            self.page.wait_for_function("caches.keys().then((names) => names.length > 0)")

    def open(self):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.path)
        return page

    def become(self) -> None:
        """What happens while the page is open. Without a script a person loads it again."""
        case = self.case
        if case.event == "ends":
            self.stage.wait_for_end()
        if case.server == "restarted":
            self.stage.restart()
        if case.script == "off":
            self.page.reload()
        elif case.event == "ends":
            expect(self.page.locator("#countdown .badge")).not_to_have_class(re.compile("running"), timeout=NEXT_EDITION_LIMIT_MS)
        if case.network == "offline":
            self.context.set_offline(True)
            self.page.reload()

    def press(self, selector: str) -> None:
        """One thing is pressed: by the pointer, or by Tab and Space alone."""
        if self.case.hand == "pointer":
            self.page.locator(selector).first.click()
        else:
            self.reach(selector)
            self.page.keyboard.press("Space")

    def reach(self, selector: str) -> None:
        """With Tab from where the focus is, forward; then back, as far as it was come."""
        target = self.page.locator(selector).first
        isThere = lambda: target.evaluate("element => element === document.activeElement")
        for key in ["Tab"] * MOST_TABS + ["Shift+Tab"] * (MOST_TABS * 2):
            if isThere():
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"the keyboard never came to {selector}")

    def choose(self, *places: int) -> None:
        self.press("#choose")
        for place in places:
            self.press(f"{TICKS} >> nth={place}")

    def close(self) -> None:
        self.context.close()


def find_the_forecast(visit: Visit) -> None:
    page, case = visit.page, visit.case
    if (case.event, case.names) != ("running", "usual"):
        # There is none, and the page says why.
        expect(page.locator("#absence")).to_be_visible()
        expect(page.locator("#absence")).not_to_be_empty()
        return
    if case.hand == "pointer":
        page.locator('.charts label[for="chart-1000"]').click()
    else:
        visit.reach("a.skip[href='#forecasts']")
        page.keyboard.press("Enter")
        visit.reach(".chart input:checked")
        for _ in page.locator(".chart input").all():
            if page.locator("#chart-1000").is_checked():
                break
            page.keyboard.press("ArrowRight")
    median = page.locator('.chart[data-rank="1000"] figcaption [data-field="median"]')
    expect(median).to_be_visible()
    expect(median).to_have_text(re.compile(r"\d"))


def see_when_overtaken(visit: Visit) -> None:
    visit.choose(1)
    visit.press("#action-overtake")
    count = visit.page.locator(ROWS).count()
    expect(visit.page.locator(f"{ROWS} .meet")).to_have_count(count)
    assert all(visit.page.locator(f"{ROWS} .meet").all_inner_texts())


def compare_two(visit: Visit) -> None:
    visit.choose(0, 1)
    visit.press("#action-compare")
    window = visit.page.locator("dialog.compare")
    expect(window.locator("tbody tr")).to_have_count(2)
    expect(window.locator("tbody td:nth-child(3)").first).to_have_text(re.compile(r"\d"))
    expect(window.locator(".plot")).not_to_be_empty()


def go_back_to_yesterday(visit: Visit) -> None:
    page = visit.page
    yesterday = datetime.now(timezone.utc) - timedelta(days=1)
    visit.press("#travel")
    field = "#travel-panel input[type=datetime-local]"
    if visit.case.hand == "pointer":
        page.locator(field).fill(yesterday.strftime("%Y-%m-%dT21:00"))
    else:
        visit.reach(field)
        page.keyboard.type(yesterday.strftime("%m%d%Y0900PM"))
    expect(page.locator("#board")).to_have_class(re.compile("travelling"))
    expect(page.locator("#travel-panel output")).to_contain_text("21:00 UTC")
    if (visit.case.event, visit.case.names) == ("running", "usual"):
        expect(page.locator("#freshness")).to_contain_text("21:00 UTC")
        expect(page.locator("#table tr.border .score").first).to_have_text(re.compile(r"\d"))
    else:
        # Nobody read the board then, and the page says so.
        expect(page.locator("#travel-note")).to_be_visible()
        expect(page.locator(".ranking > .scroll")).to_be_hidden()
    expect(page.locator(".of-past")).to_be_visible()
    expect(page.locator("#forecast-table")).to_be_hidden()


def pin_and_find_again(visit: Visit) -> None:
    name = visit.page.locator(f"{ROWS} bdi").nth(1).inner_text()
    visit.choose(1)
    visit.press("#action-pin")
    expect(visit.page.locator("tbody.pins tr")).to_have_count(1)
    visit.page.close()
    visit.page = visit.open()
    expect(visit.page.locator("tbody.pins bdi")).to_have_text([name])


TASKS = {
    "forecast": find_the_forecast, "overtaken": see_when_overtaken, "compare": compare_two, "yesterday": go_back_to_yesterday,
    "pin": pin_and_find_again,
}


@pytest.fixture(scope="module")
def visits(browser, tmp_path_factory):
    """Every page is opened first; what happens then happens to all of them."""
    stage = Stage(tmp_path_factory.mktemp("stage"))
    opened = {}
    try:
        stage.start()
        ending = [case for case in cases() if case.event == "ends"]
        for case in ending:
            opened[case] = Visit(browser, stage, case)
            expect(opened[case].page.locator("#countdown .badge")).to_have_class(re.compile("running"))
        stage.publish_past()
        for case in cases():
            if case not in opened:
                opened[case] = Visit(browser, stage, case)
        yield opened
    finally:
        for visit in opened.values():
            visit.close()
        codes = stage.stop()
    assert codes == {"borderline": 0, "game-simulator": 0}, "\n".join(program.tail() for program in stage.programs)


# Whatever waits for the end, or restarts the server, comes after what does not.
@pytest.mark.parametrize(
    "case", sorted(cases(), key=lambda case: (case.server == "restarted", case.event == "ends")), ids=lambda case: "-".join(map(str, case)))
def test_task(visits, case):
    visit = visits[case]
    visit.become()
    TASKS[case.task](visit)
    assert visit.errors == []
    if case.script == "on":
        assert visit.page.evaluate("window.hacked") is None
        assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
