"""Debian's Chromium, as tests, pictures and benchmarks open it."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


def launch(playwright: Playwright) -> Browser:
    """Chromium's own sandbox needs rights that containers lack; it opens nothing but our own pages here."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
