"""WebSocket frame by frame (RFC 6455), by wsproto and by bytes of our own: what no well-behaved client sends."""

import base64
import json
import os
import socket
import struct

import pytest
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Ping, Pong, Request, TextMessage

PATH = "/api/v1/scoreboard/live?board=race"
# The most bytes of a message, as Docs/scores.md says.
LONGEST = 8192


class Peer:
    """A client that says what it likes. What it receives is read, and judged, by wsproto."""

    def __init__(self, server):
        self.socket = server.connect()
        self.protocol = WSConnection(ConnectionType.CLIENT)
        self.socket.sendall(self.protocol.send(Request(host=f"127.0.0.1:{server.port}", target=PATH)))
        self.events = []
        self.ended = False
        assert isinstance(self.next(), AcceptConnection)
        assert json.loads(self.next_text())["type"] == "snapshot"

    def next(self):
        while not self.events:
            data = self.socket.recv(65536)
            if not data:
                self.ended = True
                return None
            self.protocol.receive_data(data)
            self.events = list(self.protocol.events())
        return self.events.pop(0)

    def next_text(self) -> str:
        text = ""
        while True:
            event = self.next()
            if isinstance(event, TextMessage):
                text += event.data
                if event.message_finished:
                    return text
            elif not isinstance(event, Ping):
                raise AssertionError(f"{event} in the place of a text")

    def until(self, kind):
        """The next event of a kind; other messages are passed over."""
        while (event := self.next()) is not None:
            if isinstance(event, kind):
                return event
        raise AssertionError(f"the connection ended without {kind.__name__}")

    def send(self, event):
        self.socket.sendall(self.protocol.send(event))

    def frame(self, opcode: int, data: bytes = b"", fin: bool = True, reserved: int = 0, masked: bool = True,
              length: int | None = None):
        """Sends a frame as it is told to be."""
        announced = len(data) if length is None else length
        head = bytes([(0x80 if fin else 0) | reserved << 4 | opcode])
        bit = 0x80 if masked else 0
        if announced <= 125:
            head += bytes([bit | announced])
        elif announced <= 65535:
            head += bytes([bit | 126]) + struct.pack(">H", announced)
        else:
            head += bytes([bit | 127]) + struct.pack(">Q", announced)
        if masked:
            mask = os.urandom(4)
            head += mask
            data = bytes(byte ^ mask[index % 4] for index, byte in enumerate(data))
        self.socket.sendall(head + data)

    def close_code(self) -> int:
        """The code the server closes with; it ends the connection afterwards, too."""
        code = self.until(CloseConnection).code
        self.socket.settimeout(10)
        while self.socket.recv(65536):
            pass
        return code


@pytest.fixture
def peer(server):
    made = Peer(server)
    yield made
    made.socket.close()


TEXT, BINARY, CONTINUATION, CLOSE, PING, PONG = 1, 2, 0, 8, 9, 10


def padded(length: int) -> bytes:
    """JSON of a known length that is no identification."""
    return b"{}" + b" " * (length - 2)


@pytest.mark.parametrize("size", [0, 1, 125])
def test_a_ping_comes_back(peer, size):
    data = os.urandom(size)
    peer.frame(PING, data)
    assert bytes(peer.until(Pong).payload) == data


@pytest.mark.parametrize("send, code", [
    pytest.param(lambda peer: peer.frame(PING, b"x" * 126), 1002, id="a ping of 126 bytes"),
    pytest.param(lambda peer: peer.frame(CLOSE, b"\x03\xe8" + b"x" * 124), 1002, id="a close of 126 bytes"),
    pytest.param(lambda peer: peer.frame(PING, fin=False), 1002, id="a part of a ping"),
    pytest.param(lambda peer: peer.frame(TEXT, b"{}", reserved=4), 1002, id="rsv1"),
    pytest.param(lambda peer: peer.frame(TEXT, b"{}", reserved=2), 1002, id="rsv2"),
    pytest.param(lambda peer: peer.frame(TEXT, b"{}", reserved=1), 1002, id="rsv3"),
    pytest.param(lambda peer: peer.frame(PING, reserved=4), 1002, id="a ping with rsv1"),
    pytest.param(lambda peer: peer.frame(TEXT, b"{}", masked=False), 1002, id="no mask"),
    pytest.param(lambda peer: peer.frame(PING, masked=False), 1002, id="a ping without a mask"),
    *(pytest.param(lambda peer, opcode=opcode: peer.frame(opcode), 1002, id=f"opcode {opcode}")
      for opcode in [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]),
    pytest.param(lambda peer: peer.frame(CONTINUATION, b"{}"), 1002, id="the rest of nothing"),
    pytest.param(lambda peer: (peer.frame(TEXT, b"{", fin=False), peer.frame(TEXT, b"}")), 1002, id="text in a text"),
    pytest.param(lambda peer: (peer.frame(TEXT, b"{", fin=False), peer.frame(BINARY, b"}")), 1002,
                 id="bytes in a text"),
    pytest.param(lambda peer: peer.frame(BINARY, b"{}"), 1003, id="bytes"),
    pytest.param(lambda peer: peer.frame(TEXT, b"\xff"), 1007, id="no UTF-8"),
    pytest.param(lambda peer: peer.frame(TEXT, b"\xed\xa0\x80"), 1007, id="half a surrogate pair"),
    pytest.param(lambda peer: peer.frame(TEXT, b"\xc0\xaf"), 1007, id="a longer form"),
    pytest.param(lambda peer: peer.frame(TEXT, "é".encode()[:1]), 1007, id="half a letter"),
    pytest.param(lambda peer: peer.frame(TEXT, b"\xf4\x90\x80\x80"), 1007, id="beyond Unicode"),
    pytest.param(lambda peer: peer.frame(TEXT, padded(125)), 1008, id="125 bytes"),
    pytest.param(lambda peer: peer.frame(TEXT, padded(126)), 1008, id="126 bytes"),
    pytest.param(lambda peer: peer.frame(TEXT, padded(LONGEST)), 1008, id="as long as may be"),
    pytest.param(lambda peer: peer.frame(TEXT, padded(LONGEST + 1)), 1009, id="a byte more"),
    pytest.param(lambda peer: peer.frame(TEXT, length=65536), 1009, id="65,536 bytes announced"),
    pytest.param(lambda peer: peer.frame(TEXT, length=2**62), 1009, id="more than there is"),
    pytest.param(lambda peer: peer.frame(TEXT, length=2**63), 1009, id="a length below zero"),
    pytest.param(lambda peer: (peer.frame(TEXT, padded(LONGEST), fin=False), peer.frame(CONTINUATION, b" ")), 1009,
                 id="a byte more in parts"),
    pytest.param(lambda peer: peer.frame(TEXT, b"[" * LONGEST), 1008, id="deep JSON"),
])
def test_what_breaks_the_rules_is_closed_with_its_code(peer, send, code):
    send(peer)
    assert peer.close_code() == code


@pytest.mark.parametrize("payload, code", [
    (b"", 1005), *((struct.pack(">H", code), code) for code in [1000, 1001, 1003, 1007, 1013, 3000, 4999]),
    (struct.pack(">H", 1000) + "é".encode(), 1000), (b"\x03", 1002),
    *((struct.pack(">H", code), 1002) for code in [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535]),
    (struct.pack(">H", 1000) + b"\xff", 1007),
])
def test_a_close_is_answered(peer, payload, code):
    peer.frame(CLOSE, payload)
    assert peer.close_code() == code


def test_letters_may_be_split_between_parts_and_pings_come_between(peer):
    first, second = '{"token": "é'.encode()[:-1], '{"token": "é'.encode()[-1:]
    peer.frame(TEXT, first, fin=False)
    peer.frame(PING, b"between")
    assert bytes(peer.until(Pong).payload) == b"between"
    peer.frame(CONTINUATION, second, fin=False)
    peer.frame(CONTINUATION, b"", fin=False)
    peer.frame(CONTINUATION, b'"}')
    # Understood, and no token.
    assert peer.close_code() == 3000


def test_a_frame_may_come_byte_by_byte(peer):
    sent = []
    real, peer.socket = peer.socket, type("Collector", (), {"sendall": lambda self, data: sent.append(data)})()
    peer.frame(PING, b"slowly")
    peer.socket = real
    for byte in b"".join(sent):
        peer.socket.sendall(bytes([byte]))
    assert bytes(peer.until(Pong).payload) == b"slowly"


def test_nothing_is_heard_after_a_close(peer):
    peer.frame(CLOSE, struct.pack(">H", 1000))
    try:
        peer.frame(PING, b"late")
    except OSError:
        pass  # it was quicker
    seen = []
    try:
        while (event := peer.next()) is not None:
            seen.append(event)
    except OSError:
        pass
    assert not any(isinstance(event, Pong) for event in seen)


def test_an_end_without_a_close_frees_the_place(server, peer):
    peer.socket.shutdown(socket.SHUT_WR)
    peer.socket.settimeout(10)
    while peer.socket.recv(65536):
        pass


KEY = base64.b64encode(b"0123456789abcdef").decode()


def handshake(server, fields: dict, target: str = PATH, extra: bytes = b"", first: bytes = b"") -> tuple[int, bytes]:
    """The status and all that is answered within the connection's time."""
    standard = {"Host": f"127.0.0.1:{server.port}", "Connection": "Upgrade", "Upgrade": "websocket",
                "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": KEY}
    merged = {name: value for name, value in {**standard, **fields}.items() if value is not None}
    text = f"GET {target} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in merged.items()) + "\r\n"
    with server.connect() as connection:
        connection.sendall(first + text.encode() + extra)
        connection.settimeout(5)
        answer = b""
        try:
            while data := connection.recv(65536):
                answer += data
                if extra or b" 101 " in answer and b'"type":"snapshot"' in answer and not first:
                    if not extra:
                        break
        except TimeoutError:
            pass
    return int(answer.split(b" ")[1]), answer


@pytest.mark.parametrize("fields, status", [
    ({}, 101), ({"Connection": "keep-alive, Upgrade"}, 101), ({"Upgrade": "WebSocket"}, 101),
    ({"Origin": "https://game.example"}, 101), ({"Origin": "https://evil.example"}, 403), ({"Origin": "null"}, 403),
    ({"Sec-WebSocket-Version": "8"}, 426), ({"Sec-WebSocket-Version": None}, 426), ({"Sec-WebSocket-Key": None}, 400),
    ({"Sec-WebSocket-Key": "short"}, 400), ({"Sec-WebSocket-Key": "AAAA"}, 400),
])
def test_handshakes(server, fields, status):
    found, answer = handshake(server, fields)
    assert found == status, answer
    if status == 426:
        assert b"sec-websocket-version: 13" in answer.lower()


@pytest.mark.parametrize("target, status", [
    ("/api/v1/scoreboard/live?board=none", 404), ("/api/v1/scoreboard/live?board=over", 409),
    ("/api/v1/scoreboard/live", 400), ("/api/v1/scoreboard/live?board=race&token=x", 400),
    ("/api/v1/scoreboard/live?board=race&after=x", 400), ("/api/v1/scoreboard/top?board=race", 200), ("/no", 404),
])
def test_other_answers_end_the_connection(server, target, status):
    found, answer = handshake(server, {}, target)
    assert found == status and b"connection: close" in answer.lower()


def test_another_protocol_is_not_spoken(server):
    found, answer = handshake(server, {"Upgrade": "h2c"}, "/api/v1/scoreboard/top?board=race")
    assert found == 200 and b"connection: close" in answer.lower()


def test_a_connection_that_was_used_before_can_become_one(server):
    first = f"GET /api/v1/scoreboard/top?board=race HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
    _, answer = handshake(server, {}, first=first)
    assert answer.startswith(b"HTTP/1.1 200 ") and b"HTTP/1.1 101 " in answer and b'"type":"snapshot"' in answer


def test_what_is_sent_right_after_the_handshake_is_not_lost(server):
    ping = bytes([0x89, 0x84, 0, 0, 0, 0]) + b"here"
    _, answer = handshake(server, {}, extra=ping)
    assert b"\x8a\x04here" in answer
