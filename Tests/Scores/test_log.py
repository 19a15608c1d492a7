"""What is not in the log, however much is written: tokens, and the key they are signed with."""

import asyncio
import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

import server as servers


def test_neither_tokens_nor_keys_are_logged(tmp_path):
    running = servers.start(tmp_path / "talkative", level="trace")
    good, old = servers.token("ann"), servers.token("bob", lifetime=-60)
    forged = servers.token("cat", secret="another secret of thirty-two bytes")

    async def watch(token: str):
        async with connect(running.socket_url) as socket:
            await socket.send(json.dumps({"token": token}))
            while json.loads(await asyncio.wait_for(socket.recv(), 20))["type"] != "me":
                pass

    try:
        running.win("ann")
        for token in (good, old, forged):
            answer = running.ask("api/v1/users/ann/history", headers={"Authorization": f"Bearer {token}"})
            assert answer.status == (200 if token == good else 401)
        asyncio.run(watch(good))
        for token in (old, forged):
            with pytest.raises(ConnectionClosed):
                asyncio.run(watch(token))
    finally:
        assert running.stop() == 0
    log = running.log.read_text()
    assert " TRACE " in log and " DEBUG " in log
    for token in (good, old, forged):
        assert not any(part in log for part in token.split(".")), "a token is in the log"
    # Services are written with all that they are made of: the key neither as text nor as bytes.
    assert servers.SECRET not in log and ", ".join(str(byte) for byte in servers.SECRET.encode()[:8]) not in log
