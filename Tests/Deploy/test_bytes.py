"""What a viewer who stays moves over the wire: an hour of editions over HTTP/2, with the fields of both directions."""

import json
import re
import socket
import ssl
import subprocess

import brotli
import h2.config
import h2.connection
import h2.events
import pytest

import fronts
from product import Program, configure, run

EPOCH = "2026-01-01T06:00:00Z"
BEGINS, ENDS = "2026-01-03T08:00:00Z", "2026-01-03T09:02:00Z"
BOARD = "e/sim-1/main"
MINUTES = 60
# Bytes a minute.
LIMIT = 3_200
# As Chromium asks.
FIELDS = [
    ("sec-ch-ua", '"Chromium";v="150", "Not-A.Brand";v="24"'), ("sec-ch-ua-mobile", "?0"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36"),
    ("sec-ch-ua-platform", '"Linux"'), ("accept", "*/*"), ("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors"),
    ("sec-fetch-dest", "empty"), ("accept-encoding", "gzip, deflate, br, zstd"),
    ("accept-language", "ja,en-US;q=0.9,en;q=0.8"), ("priority", "u=1, i"),
]


class Viewer:
    """A connection over TLS that counts what passes through it, its own records included."""

    def __init__(self, port: int, page: str):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_alpn_protocols(["h2"])
        self.page, self.authority = page, f"127.0.0.1:{port}"
        self.plain = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing)
        self.bytes = 0
        self.until_done(self.tls.do_handshake)
        assert self.tls.selected_alpn_protocol() == "h2"
        self.http = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True))
        self.http.initiate_connection()
        self.http.increment_flow_control_window(1 << 24)
        self.send()

    def until_done(self, action):
        while True:
            try:
                return action()
            except ssl.SSLWantReadError:
                self.pass_on()
                received = self.plain.recv(65_536)
                assert received, "the connection was closed"
                self.bytes += len(received)
                self.incoming.write(received)
            finally:
                self.pass_on()

    def pass_on(self) -> None:
        data = self.outgoing.read()
        self.bytes += len(data)
        self.plain.sendall(data)

    def send(self) -> None:
        if data := self.http.data_to_send():
            self.until_done(lambda: self.tls.write(data))

    def get(self, path: str, tag: str | None = None) -> tuple[dict[str, str], bytes]:
        stream = self.http.get_next_available_stream_id()
        condition = [("if-none-match", tag)] if tag else []
        self.http.send_headers(stream, [
            (":method", "GET"), (":authority", self.authority), (":scheme", "https"), (":path", path), *FIELDS,
            ("referer", f"https://{self.authority}{self.page}"), *condition], end_stream=True)
        self.send()
        fields, body = {}, b""
        while True:
            for event in self.http.receive_data(self.until_done(lambda: self.tls.read(65_536))):
                if isinstance(event, h2.events.ResponseReceived):
                    fields = {name.decode(): value.decode() for name, value in event.headers}
                elif isinstance(event, h2.events.DataReceived):
                    body += event.data
                    self.http.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                elif isinstance(event, h2.events.StreamEnded):
                    self.send()
                    return fields, body
            self.send()


@pytest.fixture
def hour(tmp_path):
    """An output folder with each minute of an hour of a live event, and an origin with TLS for it."""
    if fronts.absent("origin"):
        pytest.skip("borderline is not built: swift build makes it")
    game = Program(
        tmp_path, "game-simulator", "serve", "--epoch", EPOCH, "--start-at", BEGINS, "--speed", "max", "--port", "0")
    port = fronts.free_port()
    try:
        address = game.wait_for(r"listening on (http://\S+)")
        configuration = configure(tmp_path, address, more=f"clock:\n  simulator: {address}\n")
        run("borderline", "up", "--until", ENDS, "--config", str(configuration))
    finally:
        game.stop()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-keyout", tmp_path / "key.pem", "-out", tmp_path / "certificate.pem"],
        check=True, capture_output=True)
    secured = f"listen:\n  port: {port}\n  certificate: ./certificate.pem\n  key: ./key.pem\n"
    text = re.sub(r"listen:\n  port: \d+\n", secured, configure(tmp_path, address).read_text())
    configuration.write_text(text)
    server = Program(tmp_path, "borderline", "serve", "--config", str(configuration))
    server.wait_for(r"(Borderline is at )https://")
    yield tmp_path / "output", port
    server.stop()


def test_a_viewer_who_stays_moves_little(hour):
    """A minute's file has the bytes of the latest.json of that minute, and so stands for it."""
    output, port = hour
    files = sorted(file for file in (output / BOARD / "at").glob("*.json") if int(file.stem) > 5_000_000)[-MINUTES:]
    assert len(files) == MINUTES
    viewer = Viewer(port, f"/{BOARD}/")
    seen: set[str] = set()
    tag, start = None, 0
    for number, file in enumerate(files):
        fields, body = viewer.get(f"/{file.relative_to(output)}", tag)
        assert fields[":status"] == "200" and fields["content-encoding"] == "br"
        tag = fields["etag"]
        latest = json.loads(file.read_text())
        assert brotli.decompress(body) == file.read_bytes()
        for kind in ("names", "forecast"):
            path = f"/{BOARD}/{kind}/{latest[kind]}.json"
            if latest[kind] and path not in seen:
                assert viewer.get(path)[0][":status"] == "200"
                seen.add(path)
        if number == 0:
            start = viewer.bytes
    rate = (viewer.bytes - start) / (MINUTES - 1)
    print(f"{rate:.0f} bytes a minute, {len(seen)} lists of names and forecasts in {MINUTES} minutes")
    assert rate <= LIMIT
