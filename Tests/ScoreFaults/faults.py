"""What goes wrong with servers and the database while clients play."""

import asyncio
import random
import signal
import time

from world import World

# Shuffled, and again when all have happened: each happens in the shortest trial, too.
DECK = (["kill server"] * 5 + ["pause server"] * 2 + ["end server"] + ["kill database"] * 2 + ["end database"])
PAUSE_SECONDS = (0.5, 2.0)
AWAY_SECONDS = (0.1, 1.2)
BETWEEN_SECONDS = (0.8, 2.2)


class Faults:
    def __init__(self, world: World, seed: int):
        self.world = world
        self.random = random.Random(f"{seed}/faults")
        self.happened: dict[str, int] = {}

    async def run(self, until: float) -> None:
        deck: list[str] = []
        while time.monotonic() < until:
            await asyncio.sleep(self.random.uniform(*BETWEEN_SECONDS))
            if not deck:
                deck = self.random.sample(DECK, len(DECK))
            fault = deck.pop()
            await self.happen(fault)
            self.happened[fault] = self.happened.get(fault, 0) + 1

    async def happen(self, fault: str) -> None:
        replica = self.random.choice(self.world.replicas)
        away = self.random.uniform(*AWAY_SECONDS)
        if fault == "pause server":
            replica.process.send_signal(signal.SIGSTOP)
            await asyncio.sleep(self.random.uniform(*PAUSE_SECONDS))
            replica.process.send_signal(signal.SIGCONT)
            return
        how = signal.SIGKILL if fault.startswith("kill") else signal.SIGTERM
        thing = self.world.database if fault.endswith("database") else replica
        code = await thing.stop(how)
        assert fault != "end server" or code == 0, f"a server that was asked to end ended with {code}"
        await asyncio.sleep(away)
        await thing.start()
