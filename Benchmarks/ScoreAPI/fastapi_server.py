"""The submissions of `borderline scores serve` in Python, for comparison: the same checks, statements and isolation.

Reads SCORES_SOCKET, SCORES_USER, SCORES_PASSWORD, SCORES_CONNECTIONS (of each worker), TOKEN_SECRET, ACTION_KEY,
TOKEN_ISSUER and TOKEN_AUDIENCE.
"""

import contextlib
import os
import random
import time
import uuid

import asyncmy
import asyncmy.errors
import jwt
import orjson
import seal
from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, ValidationError

TOKEN_SECRET = os.environ["TOKEN_SECRET"]
ACTION_KEY = os.environ["ACTION_KEY"].encode()
BOARD, POINTS, LIFETIME_MS, TOLERANCE_MS = "race", {"win": 100}, 86_400_000, 30_000
GREATEST = 2**53 - 1
ATTEMPTS = 5
FIND = """
SELECT a.new_score, a.place, a.score_delta, u.id, e.score, e.last_change, u.name, u.avatar, (
  SELECT MAX(s.accepted_ms) FROM score_submission s FORCE INDEX (history)
  WHERE s.user_id = u.id AND s.accepted_ms > %s AND s.board_id = %s AND s.action_type = %s),
  u.is_banned, e.is_hidden
FROM score_user u
  LEFT JOIN score_submission a ON a.action_id = %s AND a.user_id = u.id
  LEFT JOIN score_entry e ON e.board_id = %s AND e.user_id = u.id
WHERE u.subject = %s"""
ACCEPT = f"CALL score_accept_3({', '.join(['%s'] * 23)})"
ADMIT = "CALL score_admit_2(%s, %s, %s, %s, %s, %s, %s, %s, %s)"


class Action(BaseModel):
    board: str
    action_type: str


class Update(BaseModel):
    action_id: uuid.UUID
    action_type: str
    action_token: str
    timestamp: int
    value: int | None = None


class Refused(Exception):
    def __init__(self, status: int, code: str):
        self.status, self.code = status, code


@contextlib.asynccontextmanager
async def lifespan(app: FastAPI):
    most = int(os.environ["SCORES_CONNECTIONS"])
    app.state.pool = await asyncmy.create_pool(
        unix_socket=os.environ["SCORES_SOCKET"], user=os.environ["SCORES_USER"],
        password=os.environ["SCORES_PASSWORD"], db="borderline", minsize=most, maxsize=most, autocommit=True)
    async with app.state.pool.acquire() as connection, connection.cursor() as cursor:
        await cursor.execute("SELECT id FROM score_board WHERE name = %s", (BOARD,))
        app.state.list = (await cursor.fetchone())[0]
    yield
    app.state.pool.close()


app = FastAPI(lifespan=lifespan, openapi_url=None)


def answer(status: int, body: dict) -> Response:
    return Response(orjson.dumps(body), status, {"Cache-Control": "no-store"}, "application/json")


@app.exception_handler(Refused)
async def refused(request: Request, error: Refused) -> Response:
    return answer(error.status, {"success": False, "error": {"code": error.code, "message": error.code}})


def user_of(request: Request) -> dict:
    word, _, token = request.headers.get("authorization", "").partition(" ")
    if word.lower() != "bearer":
        raise Refused(401, "missing_token")
    try:
        if jwt.get_unverified_header(token).get("kid") != "trial":
            raise Refused(401, "invalid_token")
        return jwt.decode(
            token, TOKEN_SECRET, algorithms=["HS256"], audience=os.environ["TOKEN_AUDIENCE"],
            issuer=os.environ["TOKEN_ISSUER"], leeway=30, options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        raise Refused(401, "invalid_token") from None


async def body_of(request: Request, model: type[BaseModel]):
    body = await request.body()
    if len(body) > 4096:
        raise Refused(413, "body_too_large")
    try:
        return model.model_validate(orjson.loads(body))
    except (orjson.JSONDecodeError, ValidationError):
        raise Refused(400, "malformed_request") from None


@app.post("/api/v1/actions")
async def begin(request: Request) -> Response:
    user = user_of(request)
    action = await body_of(request, Action)
    if action.board != BOARD or action.action_type not in POINTS:
        raise Refused(422, "unknown_action_type")
    now = time.time_ns() // 1_000_000
    sender = seal.hmac.digest(ACTION_KEY, user["sub"].encode(), "sha256")[:16]
    address = seal.hmac.digest(ACTION_KEY, request.client.host.encode(), "sha256")[:16]
    async with app.state.pool.acquire() as connection, connection.cursor() as cursor:
        await cursor.execute(ADMIT, (now, sender, 7, 2_800_000, address, 7, 2_800_000, 300_000, user["sub"]))
        if wait := (await cursor.fetchone())[0]:
            raise Refused(429, "rate_limited") if wait > 0 else Refused(403, "banned")
    id = bytearray(now.to_bytes(6, "big") + os.urandom(10))
    id[6], id[8] = id[6] & 0x0F | 0x70, id[8] & 0x3F | 0x80
    token = seal.token(ACTION_KEY, user["sub"], action.board, action.action_type, bytes(id), now)
    return answer(201, {"success": True, "data": {
        "action_id": str(uuid.UUID(bytes=bytes(id))), "action_token": token, "expires_at": now + LIFETIME_MS}})


@app.post("/api/v1/score/update")
async def update(request: Request) -> Response:
    user = user_of(request)
    update = await body_of(request, Update)
    received = time.time_ns() // 1_000_000
    action = update.action_id.bytes
    grant = seal.opened(ACTION_KEY, update.action_token, user["sub"], update.action_type, action)
    if grant is None:
        raise Refused(403, "invalid_action_token")
    begun, subject, kind, points = grant[1], user["sub"].encode(), update.action_type, POINTS[update.action_type]
    for _ in range(ATTEMPTS):
        async with app.state.pool.acquire() as connection, connection.cursor() as cursor:
            await cursor.execute(FIND, (begun, app.state.list, kind, action, app.state.list, subject))
            found = await cursor.fetchone() or (None, 0, 0, 0) + (None,) * 7
            if found[0] is not None:
                return accepted(*found[:3])
            if received - begun > LIFETIME_MS:
                raise Refused(410, "action_expired")
            if not begun - TOLERANCE_MS <= update.timestamp <= received + TOLERANCE_MS:
                raise Refused(422, "wrong_timestamp")
            number, old, last, name, avatar, _, banned, hidden = found[3:]
            if banned:
                raise Refused(403, "banned")
            new = (old or 0) + points
            renamed = bool(number) and (name, avatar) != (user.get("name"), user.get("picture"))
            try:
                await cursor.execute(ACCEPT, (
                    app.state.list, number, renamed, subject, random.getrandbits(64), user.get("name", ""),
                    user.get("picture"), action, kind, update.value, points, last or 0, old,
                    None if old is None else GREATEST - old, new, GREATEST - new, begun, received, False, points,
                    bool(hidden), None, None))
                is_done, place, _ = await cursor.fetchone()
            except asyncmy.errors.OperationalError:
                continue
            if is_done:
                return accepted(new, place, points)
    raise Refused(503, "unavailable")


def accepted(score: int, place: int, delta: int) -> Response:
    return answer(200, {"success": True, "data": {"new_score": score, "rank": int(place), "score_delta": delta}})
