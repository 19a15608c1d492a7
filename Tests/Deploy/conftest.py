"""A published site, our own origin for it, and each front of Deploy/ before it."""

import json
from pathlib import Path

import pytest

import fronts
from published import published_site

FRONTS = ["origin", "nginx-static", "nginx-cache", "caddy", "varnish"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory):
    if fronts.absent("origin"):
        pytest.skip("borderline is not built: swift build makes it")
    return published_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def origin(site, tmp_path_factory: pytest.TempPathFactory):
    server = fronts.start_origin(
        tmp_path_factory.mktemp("origin") / "run", site.configuration, fronts.free_port())
    yield server
    server.stop()


@pytest.fixture(scope="session", params=FRONTS)
def front(request, site, origin, tmp_path_factory: pytest.TempPathFactory):
    name = request.param
    if absent := fronts.absent(name):
        pytest.skip(f"not there: {', '.join(absent)}")
    if name == "origin":
        origin.name = name
        yield origin
        return
    server = fronts.start(name, tmp_path_factory.mktemp(name) / "run", site.output, origin.port)
    server.name = name
    yield server
    server.stop()


@pytest.fixture(scope="session")
def addresses(site) -> dict[str, str]:
    """One address of each kind of file there is."""
    output: Path = site.output
    boards = [Path(board).parent for board in output.glob("e/*/*/latest.json")]
    live = max(boards, key=lambda board: json.loads((board / "latest.json").read_text())["slot"])
    latest = json.loads((live / "latest.json").read_text())
    found = {
        "front page": output / "index.html", "manifest": output / "manifest.json", "robots": output / "robots.txt",
        "service worker": output / "service-worker.js", "board": live / "index.html", "root": live / "latest.json",
        "names": live / "names" / f"{latest['names']}.json",
        "player": next(iter((live / "p").glob("*.html"))),
        # Minutes and hours since 1970, by their digits.
        "minute": next(iter((live / "at").glob("????????.json"))),
        "hour": next(iter(output.glob("e/*/*/at/??????.json"))),
        "style": next(iter(output.glob("assets/*.css"))), "script": next(iter(output.glob("assets/*.js"))),
        "picture": next(iter(output.glob("assets/*.svg"))),
        "series": next(iter(output.glob("e/*/*/series/*.json"))),
        "forecast": next(iter(output.glob("e/*/*/forecast/*.json"))),
        "chart": next(iter(output.glob("e/*/*/forecast/*.svg"))),
        "index of dumps": output / "dumps" / "index.json", "page of dumps": output / "dumps" / "index.html",
        "table": max(output.glob("dumps/*/*/*.csv.gz"), key=lambda path: path.stat().st_size),
        "package": next(iter(output.glob("dumps/*/*/datapackage.json"))),
        "sums": next(iter(output.glob("dumps/*/*/sha256sums"))),
    }
    return {
        kind: "/" + str(path.relative_to(output)).removesuffix("index.html") for kind, path in found.items()
    }
