"""What Docs/origin.md says of every answer, through each front."""

import json
import re
import time

import pytest

IMMUTABLE = {
    "names", "minute", "hour", "style", "script", "picture", "series", "forecast", "chart", "table", "package", "sums",
}
KINDS = [
    "front page", "manifest", "robots", "service worker", "board", "root", "player", "names", "minute", "hour", "style",
    "script", "picture", "series", "forecast", "chart", "index of dumps", "page of dumps", "table", "package", "sums",
]
TYPES = {
    "": "text/html; charset=utf-8", "html": "text/html; charset=utf-8", "json": "application/json; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "gz": "application/gzip",
}
USUAL_DELAY_SECONDS = 5
PATIENCE_SECONDS = 60
AGE_LIMITS = (2, 65)
BOTH = {"br", "gzip"}
# What has fewer compressed forms than both. Of a dump, the files besides its tables are not compressed.
CODINGS = {"table": set(), "package": set(), "sums": set(), "player": set(), "hour": {"br"}}


def content(site, address: str, coding: str) -> bytes:
    suffix = {"br": ".br", "gzip": ".gz", "": ""}[coding]
    return (site.output / (address.removeprefix("/") + ("index.html" if address.endswith("/") else "") + suffix)
            ).read_bytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("coding", ["", "br", "gzip"])
def test_answers_are_as_the_table_says(front, site, addresses, kind, coding):
    address = addresses[kind]
    answer = front.get(address, accept_encoding=coding or "identity")
    sent = coding if coding in CODINGS.get(kind, BOTH) else ""
    assert answer.status == 200
    assert answer.body == content(site, address, sent)
    assert (answer["Content-Encoding"] or "") == sent
    assert answer["Vary"] == (None if kind == "table" else "Accept-Encoding")
    ending = "" if address.endswith("/") else address.rpartition("/")[2].rpartition(".")[2]
    if kind != "sums":
        assert answer["Content-Type"].lower() == TYPES[ending]
    assert answer["Set-Cookie"] is None
    if kind in IMMUTABLE:
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer["CDN-Cache-Control"] is None
    else:
        age = answer.max_age
        assert answer["Cache-Control"] == f"public, max-age={age}, stale-if-error=86400"
        assert answer["CDN-Cache-Control"] == (
            f"public, max-age={age}, stale-while-revalidate=30, stale-if-error=86400")
        assert is_until_the_next_edition(age - int(answer["Age"] or 0), front, site), f"{age} s"
    is_data = ending in ("json", "csv", "gz")
    assert answer["Access-Control-Allow-Origin"] == ("*" if is_data else None)
    assert answer["Cross-Origin-Resource-Policy"] == ("cross-origin" if is_data or ending == "svg" else "same-origin")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert ("script-src 'self'" in answer["Content-Security-Policy"]) == (ending in ("", "html", "js"))


def is_until_the_next_edition(seconds: int, front, site) -> bool:
    """What is left of the time an answer may be kept, as Docs/origin.md has it, give or take the moment of the answer."""
    least, most = AGE_LIMITS
    lefts = [min(max(left, least), most) for left in (left_until_due(front, site, time.time() + s) for s in range(-2, 3))]
    # An answer that was kept at the least of ages has less left.
    return any(left - least <= seconds <= left + 1 for left in lefts)


def left_until_due(front, site, now: float) -> float:
    """Seconds until the next edition is expected: by what the manifest says, where the origin itself says it."""
    manifest = json.loads((site.output / "manifest.json").read_text())
    delay, slots = USUAL_DELAY_SECONDS, []
    if front.name in ("origin", "varnish"):
        if (measured := manifest.get("publication_delay_p90_ms")) is not None:
            delay = min(measured, 60_000) / 1000
        boards = [board for event in manifest["events"] for board in event["boards"]]
        slots = [found["next"] for found in [manifest, *boards] if found.get("next") is not None]
    awaited = [max(slot + delay - now, 0) for slot in slots if now < slot + delay + PATIENCE_SECONDS]
    return min(awaited, default=60 - now % 60 + delay)


@pytest.mark.parametrize("kind", ["root", "board", "style"])
def test_each_coding_has_a_strong_tag_of_its_own(front, addresses, kind):
    tags = {}
    for coding in ("identity", "br", "gzip"):
        tag = front.get(addresses[kind], accept_encoding=coding)["ETag"]
        assert re.fullmatch(r'"[^"]+"', tag)
        tags[coding] = tag
    assert len(set(tags.values())) == 3
    for coding, tag in tags.items():
        for condition in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = front.get(addresses[kind], accept_encoding=coding, if_none_match=condition)
            assert again.status == 304 and again.body == b"", f"{coding} {condition}"
            assert again["ETag"] == tag
            assert again["Vary"] == "Accept-Encoding"
            assert again["Cache-Control"].startswith("public, max-age=")
        other = "br" if coding != "br" else "gzip"
        assert front.get(addresses[kind], accept_encoding=other, if_none_match=tag).status == 200


@pytest.mark.parametrize("accepted, coding", [
    ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("br;q=0, gzip;q=0", None),
    ("br;q=0.000", None), ("deflate", None), ("identity", None),
])
def test_codings_are_negotiated(front, addresses, accepted, coding):
    assert front.get(addresses["root"], accept_encoding=accepted)["Content-Encoding"] == coding


def test_head_is_get_without_a_body(front, addresses):
    get = front.get(addresses["root"], accept_encoding="br")
    head = front.get(addresses["root"], method="HEAD", accept_encoding="br")
    assert head.status == 200 and head.body == b""
    for name in ("ETag", "Vary", "Content-Type", "Content-Encoding", "Last-Modified"):
        assert head[name] == get[name]


def test_parts_are_of_plain_files_alone(front, site, addresses):
    whole = content(site, addresses["root"], "")
    part = front.get(addresses["root"], accept_encoding="identity", range="bytes=5-14")
    assert part.status == 206 and part.body == whole[5:15]
    assert part["Content-Range"] == f"bytes 5-14/{len(whole)}"
    assert part["Vary"] == "Accept-Encoding"
    coded = front.get(addresses["root"], accept_encoding="br", range="bytes=5-14")
    assert coded.status == 200 and coded.body == content(site, addresses["root"], "br")
    assert coded["Accept-Ranges"] is None
    beyond = front.get(addresses["root"], accept_encoding="identity", range=f"bytes={len(whole)}-")
    assert beyond.status == 416 and beyond["Content-Range"] == f"bytes */{len(whole)}"


@pytest.mark.parametrize("address, seconds", [
    ("/e/none/main/latest.json", 5), ("/e/none/main/at/40000000.json", 5), ("/e/none/main/", 5), ("/nothing", 60),
    ("/nothing.json", 60), ("/assets/page.0123456789abcdef.css", 60),
    ("/e/none/main/names/0123456789abcdef.json", 5),
])
def test_what_is_missing_is_forgotten_soon(front, address, seconds):
    answer = front.get(address)
    assert answer.status == 404
    assert answer.max_age == seconds
    assert "immutable" not in answer["Cache-Control"]
    assert answer["Vary"] == "Accept-Encoding"
    assert answer["CDN-Cache-Control"] is None


def test_compressed_files_have_no_names_of_their_own(front, addresses):
    for suffix in (".br", ".gz"):
        assert front.get(addresses["root"] + suffix).status == 404
    assert front.get("/.hidden").status == 404
    assert front.get("/e/.hidden/x.json").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_is_changed_from_outside(front, addresses, method):
    answer = front.get(addresses["root"], method=method)
    assert answer.status == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Cache-Control"] == "no-store"


def test_queries_are_ignored(front, addresses):
    plain = front.get(addresses["root"], accept_encoding="br")
    asked = front.get(addresses["root"] + "?x=1", accept_encoding="br")
    assert asked.status == 200 and asked.body == plain.body and asked["ETag"] == plain["ETag"]


def test_no_address_leads_elsewhere(front):
    for address in ("/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/e/..%5c..%5cetc/passwd"):
        answer = front.get(address)
        assert answer.status in (400, 404)
        assert b"root:" not in answer.body


def test_a_folder_is_led_to_its_page(front, addresses):
    answer = front.get(addresses["board"].removesuffix("/"))
    assert answer.status in (301, 308)
    assert answer["Location"] == addresses["board"]
