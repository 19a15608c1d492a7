"""redbot finds nothing to warn of, on every kind of address, through every front."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from test_headers import BOTH, CODINGS, KINDS

ALLOWED = Path(__file__).with_name("allowed-notes.txt")
# redbot has one event loop for each process.
SCRIPT = """
import sys
from configparser import ConfigParser
import thor
from redbot.resource import HttpResource

configuration = ConfigParser()
configuration.read_dict({"redbot": {"enable_local_access": "True"}})
resource = HttpResource(configuration["redbot"])
resource.set_request(sys.argv[1])
thor.events.on(resource)(lambda *_: None)
resource.once("check_done", thor.stop)
resource.check()
thor.run()
print("status", resource.response.status_code)
for check in [resource, *resource.subreqs.values()]:
    for note in check.response.notes:
        print(note.level.name, type(note).__name__, check.check_name, note.summary, sep="|")
"""


def allowed(*words: str) -> dict[str, str]:
    """The reasons by the note's name, of those that may be said of such an address through such a server; without
    words, of all."""
    found = {}
    for line in ALLOWED.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, kinds, reason = re.fullmatch(r"([A-Z0-9_]+)(?: \[([^]]*)\])?: (.+)", line).groups()
        if not words or kinds is None or any(word in kinds.split(", ") for word in words):
            found[name] = reason
    return found


def notes(url: str) -> tuple[int, list[list[str]]]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, url], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    status, *lines = done.stdout.splitlines()
    return int(status.split()[1]), [line.split("|", 3) for line in lines]


def troubles(found: list[list[str]], *words: str) -> list[str]:
    known = allowed(*words)
    return [" ".join(note) for note in found if note[0] in ("WARN", "BAD") and note[1] not in known]


@pytest.fixture(scope="session")
def seen(front, addresses) -> dict[str, tuple[int, list[list[str]]]]:
    """What redbot says of every kind of address, asked at the same time: it waits most of its time."""
    urls = {**addresses, **{f"missing {path}": path for path in MISSING}}
    with ThreadPoolExecutor(8) as pool:
        asked = {kind: pool.submit(notes, f"http://127.0.0.1:{front.port}{path}") for kind, path in urls.items()}
    return {kind: future.result() for kind, future in asked.items()}


MISSING = ["/e/none/main/latest.json", "/nothing", "/e/none/main/at/40000000.json"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_warned_of(front, seen, kind):
    status, found = seen[kind]
    assert status == 200
    assert len(found) > 10, "redbot looked at nothing"
    assert troubles(found, kind, front.name) == []
    names = {note[1] for note in found}
    assert {"INM_304", "IMS_304"} <= names
    if "gzip" in CODINGS.get(kind, BOTH):
        assert "CONNEG_GZIP_GOOD" in names or "CONNEG_GZIP_BAD" in names


@pytest.mark.parametrize("path", MISSING)
def test_nothing_is_warned_of_what_is_missing(front, seen, path):
    status, found = seen[f"missing {path}"]
    assert status == 404
    assert troubles(found, "missing", front.name) == []


def test_every_allowed_note_has_a_reason():
    assert allowed()
    assert all(len(reason) > 20 for reason in allowed().values())
