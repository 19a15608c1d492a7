"""Somebody who watches a board live, is cut off again and again, and goes on from the last position."""

import asyncio
import json
import random
import time

from connection import read_head, request_bytes
from world import World

STAY_SECONDS = (0.5, 6.0)
SILENCE_LIMIT_SECONDS = 30.0


class Watcher:
    def __init__(self, world: World, board: str, number: int, seed: int):
        self.world = world
        self.board = board
        self.random = random.Random(f"{seed}/watcher/{board}/{number}")
        self.position: str | None = None
        self.list: dict[str, dict] = {}
        # Of each change that was told, what was told.
        self.told: dict[int, dict] = {}
        self.snapshots = 0
        self.comebacks = 0

    @property
    def change(self) -> int:
        return int(self.position.rsplit("/", 1)[1]) if self.position else 0

    async def watch(self, until: float) -> None:
        while time.monotonic() < until:
            stay = min(self.random.uniform(*STAY_SECONDS), max(until - time.monotonic(), 0.1))
            try:
                await asyncio.wait_for(self.follow(None), stay)
            except (OSError, EOFError, asyncio.TimeoutError):
                await asyncio.sleep(self.random.uniform(0.0, 0.2))

    async def catch_up(self, last: int) -> None:
        """Until the change of this number was told."""
        await asyncio.wait_for(self.follow(last), SILENCE_LIMIT_SECONDS)

    async def follow(self, last: int | None) -> None:
        """Reads a stream until the change of the number, or its end."""
        ports = self.world.ports()
        if not ports:
            raise ConnectionError("no server")
        reader, writer = await asyncio.open_connection("127.0.0.1", self.random.choice(ports))
        try:
            target, fields = f"/api/v1/scoreboard/live?board={self.board}", {}
            if self.position is not None:
                self.comebacks += 1
                if self.random.random() < 0.5:
                    target += f"&after={self.position}"
                else:
                    fields["Last_Event_ID"] = self.position
            writer.write(request_bytes("GET", target, **fields))
            status, head = await read_head(reader)
            if status == 503:
                raise ConnectionError("not now")
            assert (status, head["content-type"]) == (200, "text/event-stream")
            await self.read(reader, last)
        finally:
            writer.transport.abort()

    async def read(self, reader: asyncio.StreamReader, last: int | None) -> None:
        text = b""
        while last is None or self.position is None or self.change < last:
            # One chunk of the transfer coding (RFC 9112, section 7.1).
            size = int(await reader.readuntil(b"\r\n"), 16)
            if not size:
                raise EOFError("the stream was ended")
            text += (await reader.readexactly(size + 2))[:-2]
            while b"\n\n" in text:
                event, text = text.split(b"\n\n", 1)
                self.take(event.decode())

    def take(self, event: str) -> None:
        if event.startswith(":"):
            return
        fields = dict(line.split(": ", 1) for line in event.split("\n"))
        message = json.loads(fields["data"])
        assert message["type"] == fields["event"] and message["position"] == fields["id"]
        number = int(fields["id"].rsplit("/", 1)[1])
        if fields["event"] == "snapshot":
            assert number == message["list"]["change"]
            assert number >= self.change, f"{self.board}: a snapshot of {number} after {self.change}"
            self.list = {entry["player"]: entry for entry in message["list"]["entries"]}
            self.snapshots += 1
        else:
            assert self.position is not None, "a stream begins with a snapshot"
            assert number == message["change"] == self.change + 1, f"{self.board}: {number} after {self.change}"
            self.told[number] = message
            self.list[message["entry"]["player"]] = message["entry"]
        self.position = fields["id"]
