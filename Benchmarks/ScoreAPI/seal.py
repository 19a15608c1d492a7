"""Tokens of actions: an HMAC over user, board, type, id and time (Sources/Submission/ActionSeal.swift)."""

import base64
import hashlib
import hmac


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def code(key: bytes, user: str, board: str, kind: str, action: bytes, begun_milliseconds: int) -> bytes:
    message = b"borderline action 1\n"
    for part in (user.encode(), board.encode(), kind.encode(), action):
        message += len(part).to_bytes(4, "big") + part
    return hmac.digest(key, message + begun_milliseconds.to_bytes(8, "big"), hashlib.sha256)


def token(key: bytes, user: str, board: str, kind: str, action: bytes, begun_milliseconds: int) -> str:
    parts = ("1", encoded(board.encode()), str(begun_milliseconds))
    return ".".join((*parts, encoded(code(key, user, board, kind, action, begun_milliseconds))))


def opened(key: bytes, text: str, user: str, kind: str, action: bytes) -> tuple[str, int] | None:
    """The board and the time of a token that is ours."""
    try:
        version, name, time, given = text.split(".")
        board, begun, given_code = decoded(name).decode(), int(time), decoded(given)
    except ValueError:
        return None
    if version != "1" or not hmac.compare_digest(given_code, code(key, user, board, kind, action, begun)):
        return None
    return board, begun
