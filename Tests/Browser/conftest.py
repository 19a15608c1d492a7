"""One running product and one browser for all tests; a page that watches its own console for each."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from chromium import CHROMIUM, launch
from product import PROGRAMS, ROOT, Product

PICTURES = ROOT / ".build" / "pictures"
# What Playwright itself says in the console of a page that was opened with `service_workers="block"`.
BLOCKED_WORKER = "Service Worker registration blocked by Playwright"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = [str(PROGRAMS / name) for name in ("borderline", "game-simulator") if not (PROGRAMS / name).exists()]
    if not CHROMIUM:
        absent.append("chromium")
    if absent:
        mark = pytest.mark.skip(reason=f"not there: {', '.join(absent)}")
        for item in items:
            item.add_marker(mark)


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory):
    product = Product(tmp_path_factory.mktemp("product"))
    try:
        product.start()
        yield product
    finally:
        codes = product.stop()
    assert codes == {"borderline": 0, "game-simulator": 0}, "\n".join(program.tail() for program in product.programs)
    assert product.leftovers() == []


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


class Visitor:
    """Opens pages, and holds against them every error of their console and every answer that failed."""

    def __init__(self, browser: Browser, product: Product):
        self.browser = browser
        self.product = product
        self.troubles: list[str] = []
        self.contexts = []

    def open(self, path: str, **options) -> Page:
        context = self.browser.new_context(base_url=self.product.url, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self.note(True, str(error)))
        page.on("requestfailed", lambda request: self.note(True, f"{request.url}: {request.failure}"))
        page.on("response", lambda answer: self.note(answer.status >= 400, f"{answer.url}: {answer.status}"))
        assert page.goto(path).status == 200
        return page

    def note(self, is_trouble: bool, text: str) -> None:
        if is_trouble and text != BLOCKED_WORKER:
            self.troubles.append(text)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def visitor(browser: Browser, product: Product):
    visitor = Visitor(browser, product)
    yield visitor
    troubles = list(visitor.troubles)
    visitor.close()
    assert troubles == []


def picture(page: Page, name: str) -> None:
    """Keeps what a person would see, to look at afterwards."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=Path(PICTURES / f"{name}.png"), full_page=True)
