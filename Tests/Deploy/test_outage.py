"""The origin is down: nginx and Varnish go on with the last edition for a day, by a clock that is set forward."""

import json
import os
import re
import time
from pathlib import Path

import pytest

import fronts

FAKETIME = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)


@pytest.fixture(params=["nginx-cache", "varnish"])
def drill(request, site, tmp_path):
    """A front whose clock a file sets, with an origin of its own to stop."""
    missing = fronts.absent(request.param) + ([] if FAKETIME else ["libfaketime"])
    if missing:
        pytest.skip(f"not there: {', '.join(missing)}")
    origin = fronts.start_origin(tmp_path / "origin", site.configuration, fronts.free_port())
    clock = tmp_path / "clock"
    set_clock(clock, "+0")
    try:
        # The C library before the allocator that Varnish brings: that one asks for the time before the other is ready.
        front = fronts.start(request.param, tmp_path / "front", site.output, origin.port, {
            "LD_PRELOAD": f"{FAKETIME} libc.so.6", "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        })
        front.name = request.param
        yield front, origin, clock
        front.stop()
    finally:
        origin.stop()


def set_clock(clock: Path, offset: str) -> None:
    """Whole or not at all: the front reads it at any time."""
    beside = clock.with_suffix(".new")
    beside.write_text(offset + "\n")
    os.replace(beside, clock)
    clock.chmod(0o644)


def settled(front: fronts.Server, path: str, status: int, coding: str = "br") -> fronts.Answer:
    """The answer, once the front has noticed that the origin is gone and what time it is.

    A connection that was open while the clock moved may have lived longer than any is allowed to: it is closed.
    """
    deadline = time.monotonic() + 20
    while True:
        try:
            answer = front.get(path, accept_encoding=coding)
            if answer.status == status or time.monotonic() > deadline:
                return answer
        except ConnectionError:
            if time.monotonic() > deadline:
                raise
        time.sleep(0.2)


@pytest.mark.parametrize("offset", ["+90", "+23h55m"])
def test_the_last_edition_stays(drill, addresses, offset):
    front, origin, clock = drill
    kinds = ["root", "board", "names", "style", "manifest"]
    before = {kind: front.get(addresses[kind], accept_encoding="br") for kind in kinds}
    assert all(answer.status == 200 for answer in before.values())
    origin.stop()
    set_clock(clock, seconds(offset))
    for _ in range(2):
        for kind, earlier in before.items():
            answer = settled(front, addresses[kind], 200)
            assert answer.status == 200, f"{kind}: {front.tail()}"
            assert answer.body == earlier.body
            assert answer["ETag"] == earlier["ETag"]
            assert answer["Vary"] == "Accept-Encoding"
            # Still kept by whoever is behind, to the next minute: else all of them would come at once.
            assert 2 <= answer.max_age
            assert "no-cache" not in answer["Cache-Control"] and "no-store" not in answer["Cache-Control"]
            if kind in ("root", "board", "manifest"):
                assert int(answer["Age"] or 0) < answer.max_age <= 65
    page = front.get(addresses["board"], accept_encoding="identity")
    # This form of the page nobody had asked for before.
    assert page.status >= 500
    assert page["Cache-Control"] == "no-store"


def seconds(offset: str) -> str:
    """libfaketime's own words for spans are of whole units: `+23h55m` becomes seconds."""
    found = re.fullmatch(r"\+(?:(\d+)h)?(?:(\d+)m)?(\d+)?", offset)
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return f"+{hours * 3600 + minutes * 60 + rest}"


def test_the_page_says_of_when_it_is(drill, addresses):
    front, origin, clock = drill
    assert front.get(addresses["board"], accept_encoding="identity").status == 200
    origin.stop()
    set_clock(clock, seconds("+20h"))
    page = settled(front, addresses["board"], 200, "identity").body.decode()
    assert re.search(r"Data of \d\d:\d\d(:\d\d)? UTC", page)
    # From this the page's script counts its age.
    assert re.search(r' data-slot="\d+"', page)


def test_a_new_edition_comes_at_once_when_the_origin_is_back(drill, site, addresses, tmp_path):
    front, origin, clock = drill
    before = front.get(addresses["root"], accept_encoding="br")
    origin.stop()
    set_clock(clock, seconds("+2h"))
    assert settled(front, addresses["root"], 200).body == before.body
    again = fronts.start_origin(tmp_path / "again", site.configuration, origin.port)
    try:
        manifest = site.output / "manifest.json"
        text = manifest.read_text()
        document = json.loads(text)
        document["slot"] += 60
        rewritten = json.dumps(document)
        try:
            for suffix in ("", ".br", ".gz"):
                hide(manifest, suffix)
            manifest.write_text(rewritten)
            # The origin looks at a file ten times a second; the front then has it with its first question.
            deadline = time.monotonic() + 20
            while again.get("/manifest.json", accept_encoding="identity").body.decode() != rewritten:
                assert time.monotonic() < deadline, again.tail()
                time.sleep(0.05)
            assert settled(front, "/manifest.json", 200, "identity").body.decode() == rewritten
        finally:
            for suffix in ("", ".br", ".gz"):
                show(manifest, suffix)
    finally:
        again.stop()


def hide(path: Path, suffix: str) -> None:
    os.rename(f"{path}{suffix}", f"{path.parent}/.{path.name}{suffix}.kept")


def show(path: Path, suffix: str) -> None:
    os.replace(f"{path.parent}/.{path.name}{suffix}.kept", f"{path}{suffix}")


def test_varnish_ends_after_a_day(drill, addresses):
    front, origin, clock = drill
    if front.name != "varnish":
        pytest.skip("nginx keeps what is asked for within 25 hours as long as it is asked for")
    front.get(addresses["root"], accept_encoding="br")
    origin.stop()
    set_clock(clock, seconds("+24h10m"))
    assert settled(front, addresses["root"], 503).status == 503
