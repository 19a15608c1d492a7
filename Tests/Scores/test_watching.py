"""Watching a board by WebSocket with PyPI's client, and by events: the same messages, and which entry is one's own."""

import asyncio
import json
import time
import urllib.request

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

import server as servers


async def received(socket) -> dict:
    return json.loads(await asyncio.wait_for(socket.recv(), 20))


async def next_of(socket, kind: str) -> dict:
    while (message := await received(socket))["type"] != kind:
        pass
    return message


def test_a_snapshot_then_every_change(server):
    async def watch():
        async with connect(server.socket_url) as socket:
            first = await received(socket)
            assert first["type"] == "snapshot" and first["list"]["board"] == "race"
            before = first["list"]["change"]
            for name in ["ann", "bob", "ann"]:
                await asyncio.to_thread(server.win, name)
            changes = [await received(socket) for _ in range(3)]
            assert [change["change"] for change in changes] == [before + 1, before + 2, before + 3]
            assert [change["entry"]["name"] for change in changes] == ["Ann", "Bob", "Ann"]
            assert all(change["type"] == "change" and change["score_delta"] == 100 for change in changes)
        return first["position"], changes

    position, changes = asyncio.run(watch())

    async def come_back():
        async with connect(f"{server.socket_url}&after={changes[0]['position']}") as socket:
            await asyncio.to_thread(server.win, "cat")
            return [await received(socket) for _ in range(1)]

    # What was missed is at hand while somebody watches; else there is a snapshot, which has it.
    again = asyncio.run(come_back())[0]
    assert again["type"] == "snapshot" and again["list"]["change"] >= changes[-1]["change"] or again == changes[1]


def test_after_resumes_while_others_watch(server):
    async def watch():
        async with connect(server.socket_url) as other:
            first = await received(other)
            for _ in range(3):
                await asyncio.to_thread(server.win, "ann")
            seen = [await received(other) for _ in range(3)]
            async with connect(f"{server.socket_url}&after={seen[0]['position']}") as socket:
                missed = [await received(socket) for _ in range(2)]
            assert missed == seen[1:]
            return first

    asyncio.run(watch())


def test_events_and_texts_are_the_same(server):
    async def watch():
        async with connect(server.socket_url) as socket:
            return (await received(socket))["list"]

    request = urllib.request.urlopen(f"{server.url}api/v1/scoreboard/live?board=race", timeout=20)
    with request as stream:
        lines = [stream.readline().decode().strip() for _ in range(3)]
    assert lines[1] == "event: snapshot"
    assert json.loads(lines[2].removeprefix("data: "))["list"] == asyncio.run(watch())


def test_a_token_says_which_entry_is_ones_own(server):
    async def watch():
        async with connect(server.socket_url) as socket:
            await socket.send(json.dumps({"token": servers.token("dora")}))
            unknown = await next_of(socket, "me")
            assert unknown == {"type": "me"}, "nothing counted yet"
            await asyncio.to_thread(server.win, "dora")
            mine = await next_of(socket, "me")
            assert mine["entry"]["name"] == "Dora" and mine["entry"]["player"] == mine["player"]
            return mine

    mine = asyncio.run(watch())
    request = urllib.request.Request(
        f"{server.url}api/v1/scoreboard/live?board=race", headers={"Authorization": f"Bearer {servers.token('dora')}"})
    with urllib.request.urlopen(request, timeout=20) as stream:
        lines = [stream.readline().decode().strip() for _ in range(8)]
    # No id: a browser that comes back names the last change.
    at = lines.index("event: me")
    assert json.loads(lines[at + 1].removeprefix("data: "))["player"] == mine["player"]
    assert lines[at - 1] == ""


def test_ones_own_entry_is_told_beyond_the_best(server):
    for number in range(100):
        server.win(f"crowd {number}")

    async def watch():
        # Somebody who has less than a hundred others.
        begun = server.ask("api/v1/actions", {"board": "race", "action_type": "lap"}, "last")
        done = server.ask("api/v1/score/update", {
            "action_id": begun.body["data"]["action_id"], "action_token": begun.body["data"]["action_token"],
            "action_type": "lap", "timestamp": int(time.time() * 1000), "value": 1}, "last")
        assert done.status == 200
        async with connect(server.socket_url) as socket:
            snapshot = await next_of(socket, "snapshot")
            await socket.send(json.dumps({"token": servers.token("last")}))
            mine = await next_of(socket, "me")
            assert mine["entry"]["score"] == 1 and mine["entry"]["rank"] > 100
            assert all(entry["player"] != mine["player"] for entry in snapshot["list"]["entries"])

    asyncio.run(watch())


def test_whoever_is_hidden_hears_that_they_have_no_entry(server):
    async def watch():
        async with connect(server.socket_url) as socket, connect(server.socket_url) as other:
            await next_of(other, "snapshot")
            await asyncio.to_thread(server.win, "hal")
            await socket.send(json.dumps({"token": servers.token("hal")}))
            mine = await next_of(socket, "me")
            assert mine["entry"]["score"] == 100
            await asyncio.to_thread(server.moderate, "hide", "hal")
            snapshot = await next_of(other, "snapshot")
            assert mine["player"] not in json.dumps(snapshot)
            assert await next_of(socket, "me") == {"type": "me", "player": mine["player"]}
            # What they do meanwhile is a number to everybody, and the same to themselves.
            await asyncio.to_thread(server.win, "hal")
            number = snapshot["list"]["change"] + 1
            passed = {"type": "pass", "change": number, "position": f"all/{number}"}
            assert await received(other) == passed and await next_of(socket, "pass") == passed
            await asyncio.to_thread(server.moderate, "restore", "hal")
            assert (await next_of(socket, "me"))["entry"]["score"] == 200

    asyncio.run(watch())


def test_what_concerns_others_alone_is_not_told_again(server):
    async def watch():
        while (await asyncio.to_thread(server.win, "top of all"))["rank"] != 1:
            pass
        async with connect(server.socket_url) as socket:
            await socket.send(json.dumps({"token": servers.token("top of all")}))
            assert (await next_of(socket, "me"))["entry"]["rank"] == 1
            await asyncio.to_thread(server.win, "below")
            while (await next_of(socket, "change"))["entry"]["name"] != "Below":
                pass
            with pytest.raises(asyncio.TimeoutError):
                # Longer than the 5 s after which an entry is looked at again.
                await asyncio.wait_for(socket.recv(), 7)

    asyncio.run(watch())


@pytest.mark.parametrize("message, code", [
    (json.dumps({"token": servers.token("ann", secret="another secret of thirty-two bytes")}), 3000),
    (json.dumps({"token": servers.token("ann", lifetime=-60)}), 3000), (json.dumps({"token": ""}), 3000),
    (json.dumps({"token": 1}), 1008), ("{}", 1008), ("", 1008), ("[]", 1008), (b"bytes", 1003),
])
def test_what_identifies_nobody_is_closed(server, message, code):
    async def watch():
        async with connect(server.socket_url) as socket:
            await received(socket)
            await socket.send(message)
            with pytest.raises(ConnectionClosed) as closed:
                while True:
                    await received(socket)
            return closed.value.rcvd

    close = asyncio.run(watch())
    assert close.code == code and close.reason


def test_one_message_is_enough(server):
    async def watch():
        async with connect(server.socket_url) as socket:
            for _ in range(2):
                await socket.send(json.dumps({"token": servers.token("ann")}))
            with pytest.raises(ConnectionClosed) as closed:
                while True:
                    await received(socket)
            return closed.value.rcvd.code

    assert asyncio.run(watch()) == 1008


def test_a_wrong_token_starts_no_stream(server):
    answer = server.ask("api/v1/scoreboard/live?board=race", headers={"Authorization": "Bearer x"})
    assert answer.status == 401 and answer.body["error"]["code"] == "invalid_token"


def test_pages_of_other_origins_may_not(server):
    async def watch(origin):
        async with connect(server.socket_url, origin=origin) as socket:
            return (await received(socket))["type"]

    assert asyncio.run(watch("https://game.example")) == "snapshot"
    with pytest.raises(InvalidStatus) as refused:
        asyncio.run(watch("https://evil.example"))
    assert refused.value.response.status_code == 403


def test_places_are_shared_and_given_back_and_the_end_is_said(tmp_path):
    running = servers.start(tmp_path / "small", connections=16)

    async def watch():
        sockets = [await connect(running.socket_url) for _ in range(12)]
        for socket in sockets:
            await received(socket)
        with pytest.raises(InvalidStatus) as refused:
            await connect(running.socket_url)
        assert refused.value.response.status_code == 503 and refused.value.response.headers["Retry-After"]
        events = await asyncio.to_thread(running.ask, "api/v1/scoreboard/live?board=race")
        assert events.status == 503
        await sockets.pop().close()
        for _ in range(100):
            try:
                sockets.append(await connect(running.socket_url))
                break
            except InvalidStatus:
                await asyncio.sleep(0.05)
        assert len(sockets) == 12
        stopped = asyncio.create_task(asyncio.to_thread(running.stop))
        for socket in sockets:
            with pytest.raises(ConnectionClosed) as closed:
                while True:
                    await received(socket)
            assert closed.value.rcvd.code == 1001
        return await stopped

    assert asyncio.run(watch()) == 0
