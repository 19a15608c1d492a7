"""A server of scores that most tests share."""

import pytest

import server as servers


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory):
    if not (servers.PROGRAMS / "borderline").exists():
        pytest.skip("borderline is not built: swift build makes it")
    running = servers.start(tmp_path_factory.mktemp("scores"))
    yield running
    assert running.stop() == 0, running.log.read_text()
    # Whatever clients send is no error of the server.
    assert " error " not in running.log.read_text(), running.log.read_text()
