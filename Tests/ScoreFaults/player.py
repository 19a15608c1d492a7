"""A client that plays, loses answers, asks again, and cheats now and then. It remembers all it did."""

import asyncio
import base64
import dataclasses
import hashlib
import hmac
import json
import random
import time

from connection import Answer, Connection, Lost, request_bytes
from world import AUDIENCE, ISSUER, SECRET, World

TYPES = {"win": ("race", None), "loss": ("race", None), "lap": ("race", 500), "dash": ("sprint", 40), "say": ("mood", 20)}
# Longer than any outage of a trial: whoever gave up earlier would count as refused.
PATIENCE_SECONDS = 30.0
WAIT_SECONDS = (0.02, 0.4)
CHEATING, ABANDONING, ASKING_AGAIN, DOUBLING = 0.08, 0.03, 0.2, 0.1
CUTTING, DROPPING = 0.08, 0.12


def signed_token(subject: str, name: str, secret: str = SECRET) -> str:
    """A JWT (RFC 7519) by HS256."""

    def text(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    now = int(time.time())
    claims = {"iss": ISSUER, "aud": AUDIENCE, "exp": now + 86_400, "sub": subject, "name": name}
    head = {"alg": "HS256", "kid": "trial"}
    message = ".".join(text(json.dumps(part).encode()) for part in (head, claims))
    return f"{message}.{text(hmac.new(secret.encode(), message.encode(), hashlib.sha256).digest())}"


@dataclasses.dataclass
class Action:
    user: str
    body: dict
    # Nothing where it must not count.
    board: str | None
    attempts: int = 0
    # Every body that came with 200, in order.
    answers: list[bytes] = dataclasses.field(default_factory=list)
    refusals: list[tuple[int, str]] = dataclasses.field(default_factory=list)
    is_accepted_at_first: bool = False
    is_accepted_in_time: bool = False
    is_abandoned: bool = False

    @property
    def id(self) -> str:
        return self.body["action_id"]


class Player:
    def __init__(self, world: World, number: int, user: str, seed: int):
        self.world = world
        self.user = user
        self.token = signed_token(user, f"Name of {user}")
        self.random = random.Random(f"{seed}/player/{number}")
        self.connections: dict[int, Connection] = {}
        self.actions: list[Action] = []

    async def play(self, until: float) -> None:
        while time.monotonic() < until:
            action = await self.begin()
            if action is None:
                continue
            self.actions.append(action)
            await self.submit(action)
            if self.random.random() < ASKING_AGAIN:
                # What was accepted a while ago, or maybe never: whoever lost an answer asks.
                await self.send(self.random.choice(self.actions))

    async def begin(self) -> Action | None:
        kind = self.random.choice(list(TYPES))
        board, most = TYPES[kind]
        answer = await self.try_to_ask("/api/v1/actions", {"board": board, "action_type": kind})
        if answer is None or answer.status == 503:
            await asyncio.sleep(self.random.uniform(*WAIT_SECONDS))
            return None
        assert answer.status == 201, f"{answer.status} {answer.body}"
        body = {"action_id": answer.data["action_id"], "action_token": answer.data["action_token"],
                "action_type": kind, "timestamp": int(time.time() * 1000)}
        if most is not None:
            body["value"] = self.random.randint(0, most)
        if self.random.random() < CHEATING:
            self.cheat(body)
            board = None
        return Action(self.user, body, board)

    def cheat(self, body: dict) -> None:
        """Makes of a good submission one that must never count."""
        head, code = body["action_token"].rsplit(".", 1)
        other = "lap" if body["action_type"] != "lap" else "win"
        body |= self.random.choice([
            {"action_token": f"{head}.{'A' if code[0] != 'A' else 'B'}{code[1:]}"},
            {"action_type": other, "value": 1},
            {"timestamp": body["timestamp"] + 3_600_000},
            {"action_id": body["action_id"][:-4] + ("0000" if body["action_id"][-4:] != "0000" else "1111")},
        ])

    async def submit(self, action: Action) -> None:
        """Until there is an answer; some players walk away when they lose one."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            if self.random.random() < DOUBLING:
                answers = await asyncio.gather(self.send(action), self.send(action))
            else:
                answers = [await self.send(action)]
            if any(answer is not None and answer.status != 503 for answer in answers):
                action.is_accepted_in_time = bool(action.answers)
                return
            if self.random.random() < ABANDONING:
                action.is_abandoned = True
                return
            await asyncio.sleep(self.random.uniform(*WAIT_SECONDS))

    async def send(self, action: Action, is_careful: bool = False) -> Answer | None:
        """One attempt, which may go wrong on purpose unless it is careful."""
        action.attempts += 1
        is_first = action.attempts == 1
        fault = 1.0 if is_careful else self.random.random()
        answer = await self.try_to_ask("/api/v1/score/update", action.body, fault)
        if answer is None:
            return None
        if answer.status == 200:
            action.answers.append(answer.body)
            action.is_accepted_at_first |= is_first
        elif answer.status != 503:
            action.refusals.append((answer.status, answer.code))
        return answer

    async def try_to_ask(self, path: str, body: dict, fault: float = 1.0) -> Answer | None:
        """Nothing where the answer was lost, or no server is there."""
        ports = self.world.ports()
        if not ports:
            return None
        port = self.random.choice(ports)
        # Taken: two requests at once need two connections.
        connection = self.connections.pop(port, None) or Connection(port)
        request = request_bytes("POST", path, self.token, body)
        cut = self.random.randrange(len(request)) if fault < CUTTING else None
        drop = self.random.uniform(0, 0.03) if CUTTING <= fault < CUTTING + DROPPING else None
        try:
            answer = await connection.ask(request, cut, drop)
        except Lost:
            return None
        if port in self.connections:
            connection.abort()
        else:
            self.connections[port] = connection
        assert answer.status < 500 or answer.status == 503, f"{answer.status} {answer.body}"
        return answer

    async def settle(self) -> None:
        """Asks once more for all it ever sent, until each has an answer."""
        for action in self.actions:
            if not action.attempts:
                continue
            deadline = time.monotonic() + PATIENCE_SECONDS
            while (answer := await self.send(action, is_careful=True)) is None or answer.status == 503:
                assert time.monotonic() < deadline, f"no answer to {action}"
                await asyncio.sleep(0.1)
        for connection in self.connections.values():
            connection.abort()
