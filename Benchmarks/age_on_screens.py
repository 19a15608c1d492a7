#!/usr/bin/env python3
"""How old are the data on real screens? Borderline, nginx and Chromium beside the model of age_of_data.py.

    Scripts/bench-age [--screens 8] [--minutes 10]

A game in real time, `borderline up`, Deploy/'s nginx cache before it, and so many tabs that stay open. Twice a second each
tab says which minute it shows. The model is then asked with the delays that the editions had.
"""

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Benchmarks"), str(ROOT / "Tests" / "Browser"), str(ROOT / "Tests" / "Deploy")]

from playwright.sync_api import sync_playwright  # noqa: E402

import age_of_data  # noqa: E402
import fronts  # noqa: E402
from chromium import launch  # noqa: E402
from product import Product  # noqa: E402

SAMPLE_SECONDS = 0.5
MODEL_VIEWERS = 1000
MODEL_MINUTES = 240


def age(text: str, now: float) -> float:
    """Seconds since the minute that a page says its data are of."""
    hours, minutes = map(int, re.search(r"(\d\d):(\d\d)", text).groups())
    return (now - (hours * 3600 + minutes * 60)) % 86_400


def watch(url: str, board: Path, path: str, screens: int, minutes: int) -> tuple[list[float], list[float]]:
    """Ages on all screens over the minutes, and how long after its minute each edition was there."""
    ages, delays, seen = [], {}, None
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(base_url=url, timezone_id="UTC", service_workers="block")
        tabs = []
        for _ in range(screens):
            tabs.append(context.new_page())
            tabs[-1].goto(path)
            time.sleep(60 / screens)
        end = time.time() + 60 * minutes
        while time.time() < end:
            written = (board / "latest.json").stat().st_mtime
            if seen is not None and written != seen:
                delays[int(written // 60)] = written % 60
            seen = written
            for tab in tabs:
                text = tab.evaluate("document.getElementById('freshness').textContent")
                ages.append(age(text, time.time()))
            time.sleep(SAMPLE_SECONDS)
        browser.close()
    return ages, list(delays.values())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--screens", type=int, default=8)
    parser.add_argument("--minutes", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-age-") as name:
        product = Product(Path(name))
        try:
            product.start()
            port = int(product.url.rsplit(":", 1)[1])
            front = fronts.start("nginx-cache", Path(name) / "front", Path(name) / "output", port)
            try:
                board = Path(name) / "output" / product.board_path.strip("/")
                ages, delays = watch(
                    f"http://127.0.0.1:{front.port}", board, product.board_path, given.screens, given.minutes)
            finally:
                front.stop()
        finally:
            product.stop()
    ordered = sorted(delays)
    median, p90 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.9)]
    print(f"age of data on {given.screens} screens behind nginx, {given.minutes} minutes, editions after {median:.1f} s "
          f"(p90 {p90:.1f} s): mean {sum(ages) / len(ages):.1f} s, worst {max(ages):.1f} s")
    mean, worst, _ = age_of_data.simulate(MODEL_VIEWERS, MODEL_MINUTES, median, max(p90, median + 0.1), 1)
    print(f"  the model with these delays: mean {mean:.1f} s, worst {worst:.1f} s")


if __name__ == "__main__":
    main()
