"""The API of scores as a whole program on loopback, with an embedded database of its own."""

import hashlib
import hmac
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("BORDERLINE_PROGRAMS", CHECKOUT / ".build" / "debug"))
SECRET = "a secret of thirty-two bytes, or a few more"
START_SECONDS = 120
CONFIGURATION = """
data: ./data
log: {{level: {level}, format: text}}
embedded: {{buffer_pool: 32MB}}
share: {share}
scores:
  port: 0
  connections: {connections}
  issuer: https://accounts.example
  audience: scores.example
  action_key_env: SECRET
  keys: [{{id: trial, algorithm: HS256, secret_env: SECRET}}]
  servers: [{{id: club, secret_env: SECRET}}]
  origins: [{{url: "https://game.example"}}]
  proofs: {proofs}
  limits: {{actions_per_hour: 100000, actions_at_once: 10000, address_actions_per_hour: 100000,
    address_actions_at_once: 10000}}
  boards:
    - name: race
      title: Race
      rule: sum
      actions: [{{type: win, points: 100}}, {{type: lap, most_value: 500}}]
    - name: over
      title: Over
      rule: best
      period: event
      starts: 2020-01-01T00:00:00Z
      ends: 2020-01-02T00:00:00Z
      actions: [{{type: win, points: 100}}]
"""


def base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def token(subject: str, secret: str = SECRET, lifetime: int = 3600) -> str:
    head = {"alg": "HS256", "kid": "trial"}
    claims = {"iss": "https://accounts.example", "aud": "scores.example", "exp": int(time.time()) + lifetime,
              "sub": subject, "name": subject.title()}
    message = ".".join(base64url(json.dumps(part).encode()) for part in (head, claims))
    return f"{message}.{base64url(hmac.digest(secret.encode(), message.encode(), 'sha256'))}"


@dataclass
class Answer:
    status: int
    body: dict
    headers: dict = field(default_factory=dict)


@dataclass
class ScoreServer:
    process: subprocess.Popen
    url: str
    log: Path

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1].strip("/"))

    @property
    def socket_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/api/v1/scoreboard/live?board=race"

    def ask(self, path: str, body: dict | None = None, subject: str | None = None,
            headers: dict | None = None) -> Answer:
        request = urllib.request.Request(f"{self.url}{path}", headers=headers or {})
        if subject:
            request.add_header("Authorization", f"Bearer {token(subject)}")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return Answer(answer.status, json.load(answer), dict(answer.headers))
        except urllib.error.HTTPError as error:
            return Answer(error.code, json.load(error), dict(error.headers))

    def win(self, subject: str, board: str = "race") -> dict:
        begun = self.ask("api/v1/actions", {"board": board, "action_type": "win"}, subject)
        assert begun.status == 201, begun
        done = self.ask("api/v1/score/update", {
            "action_id": begun.body["data"]["action_id"], "action_token": begun.body["data"]["action_token"],
            "action_type": "win", "timestamp": int(time.time() * 1000)}, subject)
        assert done.status == 200, done
        return done.body["data"]

    def moderate(self, kind: str, subject: str):
        """What an operator does beside the running server."""
        subprocess.run(
            [PROGRAMS / "borderline", "moderation", kind, subject, "--reason", "a test"], cwd=self.log.parent,
            env={**os.environ, "SECRET": SECRET}, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=60)
        finally:
            self.process.kill()


def start(folder: Path, connections: int = 200, level: str = "info",
          proofs: str = "{folder: ./proofs}") -> ScoreServer:
    folder.mkdir(parents=True, exist_ok=True)
    configuration = CONFIGURATION.format(share=CHECKOUT, connections=connections, level=level, proofs=proofs)
    (folder / "borderline.yaml").write_text(configuration)
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [PROGRAMS / "borderline", "scores", "serve"], cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT, env={**os.environ, "SECRET": SECRET})
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if found := re.search(r"Scores are taken at (\S+)", log.read_text(errors="replace")):
            return ScoreServer(process, found[1], log)
        assert process.poll() is None, log.read_text(errors="replace")
        time.sleep(0.05)
    process.kill()
    raise AssertionError(f"it did not start: {log.read_text(errors='replace')}")
