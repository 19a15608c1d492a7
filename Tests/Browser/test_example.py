"""The game of Docs/examples, served and played as its README says, but for ports and folders."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from product import PROGRAMS, ROOT, Program, run

EXAMPLE = ROOT / "Docs" / "examples" / "catch"
SECRETS = {"ACTION_KEY": "an action key of thirty-two bytes or more", "TOKEN_SECRET": "a secret of thirty-two bytes or more"}
ROUND_LIMIT_MS = 20_000


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Example:
    """The servers of scores and of files."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch):
        for name, value in SECRETS.items():
            monkeypatch.setenv(name, value)
        self.site = folder / "catch"
        shutil.copytree(EXAMPLE, self.site)
        handler = functools.partial(QuietHandler, directory=self.site)
        self.files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.files.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.files.server_port}"
        self.configuration = self.site / "scores.yaml"
        text = self.configuration.read_text().replace("http://127.0.0.1:8000", self.url)
        self.configuration.write_text(text.replace("scores:\n", "scores:\n  port: 0\n", 1))
        self.program = Program(self.site, "borderline", "scores", "serve", "--config", str(self.configuration))
        api = self.program.wait_for(r"Scores are taken at (http://\S+)/\n")
        page = self.site / "index.html"
        assert page.read_text().count("http://127.0.0.1:8078") == 2
        page.write_text(page.read_text().replace("http://127.0.0.1:8078", api))

    def token(self, user: str, name: str) -> str:
        return run("borderline", "token", "issue", user, "--name", name, "--config", str(self.configuration))

    def stop(self) -> int:
        self.files.shutdown()
        return self.program.stop()


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    example = Example(tmp_path, monkeypatch)
    try:
        yield example
    finally:
        code = example.stop()
    assert code == 0, example.program.tail()


@pytest.fixture
def troubles():
    found: list[str] = []
    yield found
    assert found == []


def opened(browser: Browser, address: str, troubles: list[str]) -> Page:
    page = browser.new_page()
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda answer: troubles.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None)
    page.goto(address)
    return page


def rows(page: Page) -> list[list[str]]:
    return [row.locator("td").all_inner_texts() for row in page.locator("#list tr").all()]


def play(page: Page, presses: int, keys: bool = False) -> None:
    page.click("#start")
    for _ in range(presses):
        lit = page.locator("#fields .lit")
        if keys:
            page.keyboard.press(lit.inner_text())
        else:
            lit.click()
    expect(page.locator("#said")).to_contain_text("Your best of today is", timeout=ROUND_LIMIT_MS)


def test_a_round_is_played_and_everybody_sees_it(browser: Browser, example: Example, troubles: list[str]):
    ann = opened(browser, f"{example.url}/#token={example.token('ann', 'Ann')}", troubles)
    watcher = opened(browser, f"{example.url}/", troubles)
    expect(watcher.locator("#live")).to_have_text("live")
    expect(watcher.locator("#start")).to_be_disabled()
    play(ann, 5)
    assert ann.inner_text("#said") == "5 caught. Your best of today is 5, rank 1."
    expect(watcher.locator("#list td").nth(1)).to_have_text("Ann")
    expect(ann.locator("#list .own td").nth(1)).to_have_text("Ann")
    bob = opened(browser, f"{example.url}/#token={example.token('bob', 'Bob')}", troubles)
    play(bob, 7, keys=True)
    expect(watcher.locator("#list td").nth(1)).to_have_text("Bob")
    assert rows(watcher) == [["1", "Bob", "7"], ["2", "Ann", "5"]]
    assert rows(ann) == rows(bob) == rows(watcher)
    for page in (ann, bob, watcher):
        page.close()


def test_the_readme_runs_what_is_there(example: Example):
    """Each command of the README is one that the program has, and each file is there."""
    text = (EXAMPLE / "README.md").read_text()
    commands = re.findall(r"borderline ([a-z]+ [a-z]+)", text)
    assert commands == ["scores serve", "token issue"]
    for command in commands:
        done = subprocess.run([PROGRAMS / "borderline", *command.split(), "--help"], capture_output=True, env=os.environ)
        assert done.returncode == 0
    assert "--bind 127.0.0.1" in text and "http://127.0.0.1:8000" in (EXAMPLE / "scores.yaml").read_text()
