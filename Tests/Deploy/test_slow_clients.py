"""slowhttptest holds connections in every way it knows, and another viewer does not notice."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

import fronts

SLOWHTTPTEST = shutil.which("slowhttptest")
CONNECTIONS = 1_000
ATTACK_SECONDS = 12
# What an answer may take while it goes on, on a machine that does both: unguarded, a viewer would wait for a place
# until the attack ends.
LIMIT_SECONDS = 5
WAYS = {
    # Headers that never end, a line every two seconds.
    "headers": ["-H", "-i", "2", "-x", "24"],
    # A body that never ends.
    "body": ["-B", "-i", "2", "-s", "8192", "-t", "POST"],
    # An answer that is read by few bytes, and asked for often on one connection.
    "read": ["-X", "-w", "10", "-y", "20", "-n", "5", "-z", "32", "-k", "3"],
}


@pytest.mark.skipif(SLOWHTTPTEST is None, reason="not there: slowhttptest")
@pytest.mark.parametrize("way", WAYS)
def test_slow_clients_leave_others_unharmed(site, addresses, tmp_path, way):
    origin = fronts.start_origin(tmp_path / "run", site.configuration, fronts.free_port())
    attack = subprocess.Popen(
        [SLOWHTTPTEST, *WAYS[way], "-c", str(CONNECTIONS), "-r", "200", "-l", str(ATTACK_SECONDS), "-u",
         f"http://127.0.0.1:{origin.port}{addresses['table' if way == 'read' else 'root']}"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=tmp_path)
    try:
        slowest, asked, most = 0.0, 0, 0
        while attack.poll() is None:
            begun = time.monotonic()
            assert origin.get(addresses["root"], accept_encoding="br").status == 200
            slowest = max(slowest, time.monotonic() - begun)
            asked += 1
            most = max(most, open_connections(origin))
            time.sleep(0.05)
        # The attack came: else nothing was shown.
        assert most > CONNECTIONS // 2, attack.stdout.read()[-2000:]
        assert asked > 20
        assert slowest < LIMIT_SECONDS, f"{slowest:.2f} s"
    finally:
        attack.kill()
        attack.wait()
        origin.stop()


def open_connections(origin: fronts.Server) -> int:
    return sum(1 for _ in Path(f"/proc/{origin.process.pid}/fd").iterdir())
