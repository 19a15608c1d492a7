"""What is in the log: nobody's token, however it came and however much is written."""

import asyncio
import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

import server as servers


def test_no_token_is_in_the_log_of_everything(tmp_path):
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
    assert " trace " in log or " debug " in log, log
    # All that is signed: a token's signature is at its end, an action's token is in the answers alone.
    for token in (good, old, forged):
        assert not any(part in log for part in token.split(".")), "a token is in the log"
    assert servers.SECRET not in log
