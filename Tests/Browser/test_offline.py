"""What a viewer has when the site cannot be reached: the last edition, whole, and how old it is."""

import json
import re
import threading
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

HOUR = 3600
TYPES = {".html": "text/html", ".json": "application/json", ".js": "text/javascript", ".css": "text/css",
         ".svg": "image/svg+xml"}


class Site:
    """A copy of what was published, served from memory, in which anything can be changed or taken away."""

    def __init__(self, output: Path):
        self.files = {
            "/" + str(path.relative_to(output)): path.read_bytes()
            for path in output.rglob("*") if path.is_file() and path.suffix in TYPES
        }
        self.asked: list[str] = []
        self.is_down = False
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                path = self.path.split("?")[0]
                site.asked.append(path)
                if site.is_down:
                    self.close_connection = True
                    return
                name = path + "index.html" if path.endswith("/") else path
                body = site.files.get(name)
                self.send_response(404 if body is None else 200)
                self.send_header("Content-Type", TYPES.get(Path(name).suffix, "text/plain"))
                self.send_header("Cache-Control", "no-cache")
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def root(self, board: str) -> dict:
        return json.loads(self.files[f"{board}latest.json"])

    def publish(self, board: str, **changes) -> dict:
        document = {**self.root(board), **changes}
        self.files[f"{board}latest.json"] = json.dumps(document, separators=(",", ":")).encode()
        return document

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site(product):
    site = Site(product.folder / "output")
    yield site
    site.close()


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def open_board(page, site, board: str) -> None:
    """Opens it, and waits until the worker is in charge and has kept the page."""
    page.goto(site.url + board)
    wait_until(page, "async () => Boolean(navigator.serviceWorker.controller)")
    wait_until_kept(page, site.url + board)


def wait_until(page, condition: str, argument=None) -> None:
    """Until an asynchronous function in the page answers true; Playwright's own waiting takes its promise for that."""
    for _ in range(300):
        if page.evaluate(condition, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {condition}")


def wait_until_kept(page, address: str) -> None:
    wait_until(page, "async (address) => Boolean(await caches.match(address))", address)


def wait_until_root_is_kept(page, site, board: str, slot: int) -> None:
    wait_until(
        page, "async ([address, slot]) => (await (await caches.match(address))?.json())?.slot === slot",
        [f"{site.url}{board}latest.json", slot])


def kept_root(page, site, board: str) -> dict | None:
    return page.evaluate(
        "async (address) => (await caches.match(address))?.json() ?? null", f"{site.url}{board}latest.json")


def ask(page, site, board: str) -> dict:
    """As the page's own script does."""
    return page.evaluate(
        """async (address) => {
            const answer = await fetch(address, { cache: "no-cache" });
            return { age: Number(answer.headers.get("Age") ?? 0), ...await answer.json() };
        }""", f"{site.url}{board}latest.json")


def test_the_last_edition_stays_readable(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    freshness = page.locator("#freshness").inner_text()
    site.is_down = True
    page.reload()
    expect(page.locator("#freshness")).to_have_text(freshness)
    expect(page.locator("#table tbody tr:not(.border)")).to_have_count(100)
    # Its style and its chart came with it.
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") in ("absolute", "fixed")
    figure = page.locator(".chart figure:visible img")
    assert figure.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_it_says_how_old_it_is(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    slot = site.root(board)["slot"]
    site.is_down = True
    page.clock.install(time=datetime.fromtimestamp(slot + 5 * HOUR, timezone.utc))
    page.reload()
    expect(page.locator("#age")).to_have_text(re.compile("This page is 5 h.* old: newer data has not come"))


def test_a_kept_root_tells_its_age_as_a_cache_does(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    newer = site.publish(board, slot=site.root(board)["slot"] + 60)
    assert ask(page, site, board)["slot"] == newer["slot"]
    wait_until_root_is_kept(page, site, board, newer["slot"])
    # An hour later, by what the kept answer says of itself.
    page.evaluate(
        """async (address) => {
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                const kept = await cache.match(address);
                if (!kept) continue;
                const headers = new Headers(kept.headers);
                headers.set("X-Kept-At", String(Date.now() - 3600_000));
                await cache.put(address, new Response(await kept.text(), { headers }));
            }
        }""", f"{site.url}{board}latest.json")
    site.is_down = True
    answer = ask(page, site, board)
    assert answer["slot"] == newer["slot"]
    assert 3600 <= answer["age"] < 3660


def test_never_goes_back(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    first = site.root(board)
    newer = site.publish(board, slot=first["slot"] + 120)
    assert ask(page, site, board)["slot"] == newer["slot"]
    # Another cache on the way still has the one before.
    site.publish(board, slot=first["slot"] + 60)
    assert ask(page, site, board)["slot"] == newer["slot"]
    site.is_down = True
    assert ask(page, site, board)["slot"] == newer["slot"]


def test_a_page_never_goes_back_either(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    name = f"{board}index.html"
    slot = site.root(board)["slot"]
    site.files[name] = site.files[name].replace(
        f'data-slot="{slot}"'.encode(), f'data-slot="{slot - 600}"'.encode())
    page.reload()
    assert page.locator("#board").get_attribute("data-slot") == str(slot)


def test_keeps_no_root_without_what_it_names(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    first = site.publish(board, slot=site.root(board)["slot"] + 60)
    ask(page, site, board)
    wait_until_root_is_kept(page, site, board, first["slot"])
    missing = "0123456789abcdef"
    site.publish(board, slot=first["slot"] + 60, names=missing)
    ask(page, site, board)
    for _ in range(100):
        if f"{board}names/{missing}.json" in site.asked:
            break
        page.wait_for_timeout(100)
    assert f"{board}names/{missing}.json" in site.asked
    page.wait_for_timeout(500)
    kept = kept_root(page, site, board)
    assert (kept["slot"], kept["names"]) == (first["slot"], first["names"])
    site.is_down = True
    page.evaluate(
        "async (address) => { if (!(await fetch(address)).ok) throw new Error(address); }",
        f"{site.url}{board}names/{kept['names']}.json")


def test_what_is_superseded_goes(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    for number in range(3):
        name = f"{number:016x}"
        site.files[f"{board}names/{name}.json"] = site.files[f"{board}names/{site.root(board)['names']}.json"]
        newer = site.publish(board, slot=site.root(board)["slot"] + 60, names=name)
        ask(page, site, board)
        wait_until_root_is_kept(page, site, board, newer["slot"])
    page.wait_for_timeout(500)
    kept = page.evaluate(
        """async () => {
            const found = [];
            for (const name of await caches.keys()) {
                for (const request of await (await caches.open(name)).keys()) found.push(request.url);
            }
            return found;
        }""")
    assert [url for url in kept if "/names/" in url] == [f"{site.url}{board}names/{2:016x}.json"]


def test_another_version_takes_the_place_of_the_one_before(page, site, product):
    board = product.board_path
    open_board(page, site, board)
    before = page.evaluate("caches.keys()")
    name = next(name for name in site.files if name.startswith("/assets/countdown."))
    other = re.sub(r"[0-9a-f]{16}", "00000000000000ff", name)
    site.files[other] = site.files[name]
    for path in [path for path in site.files if path.endswith(".html") or path == "/service-worker.js"]:
        site.files[path] = site.files[path].replace(name.removeprefix("/").encode(), other.removeprefix("/").encode())
    page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
    wait_until(
        page, "async (before) => { const now = await caches.keys(); return now.length === 1 && now[0] !== before[0]; }",
        before)
    wait_until_kept(page, site.url + board)
    site.is_down = True
    page.reload()
    expect(page.locator("#table tbody tr:not(.border)")).to_have_count(100)
