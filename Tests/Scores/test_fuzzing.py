"""Every header and body gets bytes that nobody would send: answers stay those of the document, and the server stays."""

import json
import os
import socket

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

import server as servers

EXAMPLES = int(os.environ.get("BORDERLINE_EXAMPLES", "60"))
# What the document knows, what every server of HTTP/1.1 may say of a head it cannot read, and a change of protocol.
KNOWN = {101, 200, 201, 204, 400, 401, 403, 404, 405, 409, 410, 413, 415, 417, 422, 426, 429, 431, 501, 505}
SIGNED = {
    "Score-User": ":eyJpZCI6ICJhbm4ifQ==:", "Content-Digest": "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
    "Signature-Input": 'sig=("@method" "@path");created=1763700000;keyid="club";nonce="0123456789abcdef"',
    "Signature": "sig=:AAAA:"}


def fields_of(call: str) -> dict[str, str]:
    fields = {"Host": "scores.example", "Connection": "close", "Authorization": f"Bearer {servers.token('fuzz')}",
              "Accept": "*/*", "Origin": "https://game.example", "X-Forwarded-For": "192.0.2.1", "Expect": ""}
    if call in ("POST", "PUT"):
        fields |= {"Content-Type": "application/json", "Content-Length": "2", "Transfer-Encoding": ""}
    else:
        fields |= {"Last-Event-ID": "always/1", "Upgrade": "", "Sec-WebSocket-Version": "13",
                   "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    return fields


CALLS = {
    "begin": ("POST", "/api/v1/actions", {"board": "race", "action_type": "win"}),
    "submit": ("POST", "/api/v1/score/update", {
        "action_id": "01890a5d-ac96-774b-bcce-b302099a8057", "action_type": "win", "action_token": "1.cmFjZQ.1.AAAA",
        "timestamp": 1, "value": 1}),
    "prove": ("PUT", "/api/v1/actions/01890a5d-ac96-774b-bcce-b302099a8057/proof", {"keys": []}),
    "top": ("GET", "/api/v1/scoreboard/top?board=race&limit=3&around=0123456789abcdef", None),
    "live": ("GET", "/api/v1/scoreboard/live?board=none&after=always/1", None),
    "history": ("GET", "/api/v1/users/fuzz/history?limit=3", None),
    "document": ("GET", "/api/openapi.json", None),
}
ODD = some.one_of(
    some.binary(max_size=200), some.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    some.sampled_from([b"", b" ", b"\x00", b"\t", b"\xff\xfe", b"-1", b"0", b"1e99", b"9" * 40, b"a" * 20_000, b'"',
                       b"%00", b"chunked", b"100-continue", b"websocket", b"h2c", b"close, upgrade", b"*", b"null"]))


def answer(server, request: bytes) -> int | None:
    """The status of what comes; none where the connection ends without a word, as it may after what is no HTTP."""
    with server.connect() as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            head = b""
            while b"\r\n" not in head and (part := connection.recv(4096)):
                head += part
        except ConnectionError:
            return None
    if not head:
        return None
    assert head.startswith((b"HTTP/1.1 ", b"HTTP/1.0 ")), head
    return int(head[9:12])


def written(method: str, path: bytes, fields: list[tuple[bytes, bytes]], body: bytes) -> bytes:
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    return method.encode() + b" " + path + b" HTTP/1.1\r\n" + lines + b"\r\n" + body


def tried(test):
    return settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))(test)


def fine(server, request: bytes):
    status = answer(server, request)
    assert status is None or status in KNOWN, (status, request)


def plain(call: str, body: bytes | None = None) -> tuple[str, bytes, list[tuple[bytes, bytes]], bytes]:
    method, path, content = CALLS[call]
    body = body if body is not None else b"" if content is None else json.dumps(content).encode()
    fields = fields_of(method) | ({"Content-Length": str(len(body))} if content is not None else {})
    return method, path.encode(), [(name.encode(), value.encode()) for name, value in fields.items() if value], body


@pytest.fixture(autouse=True)
def still_there(server):
    yield
    assert server.ask("api/v1/scoreboard/top?board=race").status == 200


@pytest.mark.parametrize("call", CALLS)
def test_a_plain_request_is_understood(server, call):
    assert answer(server, written(*plain(call))) in (200, 201, 403, 404)


@pytest.mark.parametrize("call", CALLS)
def test_every_header(server, call):
    method, path, fields, body = plain(call)
    names = [name.encode() for name in fields_of(method) | SIGNED]

    @tried
    @given(name=some.sampled_from(names), value=ODD, comes_twice=some.booleans())
    def ask(name, value, comes_twice):
        kept = [field for field in fields if comes_twice or field[0] != name]
        fine(server, written(method, path, [*kept, (name, value)], body))

    ask()


@pytest.mark.parametrize("call", CALLS)
def test_every_signature_header(server, call):
    method, path, fields, body = plain(call)
    kept = [field for field in fields if field[0] != b"Authorization"]

    @tried
    @given(name=some.sampled_from(sorted(SIGNED)), value=ODD, cut=some.integers(0, 60))
    def ask(name, value, cut):
        signature = {**{key: text.encode() for key, text in SIGNED.items()}}
        signature[name] = signature[name][:cut] + value
        fine(server, written(method, path, [*kept, *((key.encode(), text) for key, text in signature.items())], body))

    ask()


@pytest.mark.parametrize("call", CALLS)
def test_names_of_headers_and_targets(server, call):
    method, path, fields, body = plain(call)

    @tried
    @given(name=ODD, target=ODD, cut=some.integers(0, 40))
    def ask(name, target, cut):
        fine(server, written(method, path, [*fields, (name, b"x")], body))
        fine(server, written(method, path[:cut] + target, fields, body))

    ask()


@pytest.mark.parametrize("call", [call for call, (_, _, content) in CALLS.items() if content is not None])
def test_every_body(server, call):
    json_values = some.recursive(
        some.none() | some.booleans() | some.floats() | some.integers() | some.text(max_size=20),
        lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=10), inner, max_size=3),
        max_leaves=8)
    names = sorted(CALLS[call][2])

    @tried
    @given(data=some.data())
    def ask(data):
        kind = data.draw(some.sampled_from(["bytes", "values", "cut", "length"]))
        method, path, fields, body = plain(call)
        if kind == "bytes":
            body = data.draw(ODD)
        elif kind == "values":
            content = {**CALLS[call][2], data.draw(some.sampled_from(names)): data.draw(json_values)}
            body = json.dumps(content).encode("utf-8", "surrogatepass")
        elif kind == "cut":
            place = data.draw(some.integers(0, len(body)))
            body = body[:place] + data.draw(ODD) + body[place:]
        _, _, fields, _ = plain(call, body)
        if kind == "length":
            fields = [(name, data.draw(ODD) if name == b"Content-Length" else value) for name, value in fields]
        fine(server, written(method, path, fields, body))

    ask()
