"""Servers that sign for players: by a library that knows nothing of ours, and by the example with Python alone."""

import json
import os
import subprocess
import sys
import time
import uuid
from base64 import b64encode
from datetime import datetime, timedelta, timezone

import requests
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms

import server as servers

COVERED = ("@method", "@path", "@authority", "score-user", "content-digest", "content-type")


class Keys(HTTPSignatureKeyResolver):
    def resolve_private_key(self, key_id):
        return servers.SECRET.encode()


def signed(server, method: str, path: str, content: dict | None = None, user: str = "ann", age: int = 0,
           covered=COVERED, **parameters) -> requests.PreparedRequest:
    body = json.dumps(content).encode() if content is not None else None
    fields = {"Score-User": f":{b64encode(json.dumps({'id': user, 'name': user.title()}).encode()).decode()}:"}
    if body is not None:
        fields["Content-Type"] = "application/json"
    else:
        covered = [name for name in covered if not name.startswith("content-")]
    request = requests.Request(method, f"{server.url}{path}", headers=fields, data=body).prepare()
    HTTPMessageSigner(signature_algorithm=algorithms.HMAC_SHA256, key_resolver=Keys()).sign(
        request, key_id="club", created=datetime.now(timezone.utc) - timedelta(seconds=age), nonce=str(uuid.uuid4()),
        label="any", covered_component_ids=covered, body=body, **parameters)
    return request


def send(request: requests.PreparedRequest) -> requests.Response:
    with requests.Session() as session:
        return session.send(request, timeout=20)


def test_a_library_signs_what_counts(server):
    begun = send(signed(server, "POST", "api/v1/actions", {"board": "race", "action_type": "win"}))
    assert begun.status_code == 201, begun.text
    action = begun.json()["data"]
    done = signed(server, "POST", "api/v1/score/update", {
        "action_id": action["action_id"], "action_token": action["action_token"], "action_type": "win",
        "timestamp": int(time.time() * 1000)})
    accepted = send(done)
    assert accepted.status_code == 200 and accepted.json()["data"]["score_delta"] == 100, accepted.text
    # Another signature for the same action: the answer is the first one.
    body = json.loads(done.body)
    assert send(signed(server, "POST", "api/v1/score/update", body)).json() == accepted.json()
    # A replay is not.
    again = send(done)
    assert again.status_code == 401 and again.json()["error"]["code"] == "invalid_signature"
    path = "api/v1/users/ann/history?limit=1"
    trail = send(signed(server, "GET", path, covered=(*COVERED, "@query")))
    assert [line["action_id"] for line in trail.json()["data"]["actions"]] == [action["action_id"]]


def test_a_replay_is_attached_for_a_player(server):
    server.win("pat")
    trail = send(signed(server, "GET", "api/v1/users/pat/history?limit=1", user="pat", covered=(*COVERED, "@query")))
    action = trail.json()["data"]["actions"][0]["action_id"]
    answer = send(signed(server, "PUT", f"api/v1/actions/{action}/proof", {"keys": [1, 2]}, user="pat"))
    assert answer.status_code == 200 and answer.json()["data"]["bytes"] == len('{"keys": [1, 2]}')


def test_what_a_library_signs_otherwise_is_refused(server):
    content = {"board": "race", "action_type": "win"}
    for changed in (
            {"age": 40}, {"age": -40}, {"covered": COVERED[1:]}, {"covered": COVERED[:-1]},
            {"tag": "x", "covered": ("@method", "@path")},
            {"expires": datetime.now(timezone.utc) - timedelta(seconds=1)}):
        answer = send(signed(server, "POST", "api/v1/actions", content, **changed))
        assert answer.status_code == 401 and answer.json()["error"]["code"] == "invalid_signature", changed
    forged = signed(server, "POST", "api/v1/actions", content)
    forged.body = json.dumps({**content, "board": "over"}).encode()
    forged.headers["Content-Length"] = str(len(forged.body))
    assert send(forged).status_code == 401
    beside = signed(server, "POST", "api/v1/actions", content)
    beside.headers["Authorization"] = f"Bearer {servers.token('ann')}"
    assert send(beside).status_code == 401


def test_the_example_submits(server):
    example = servers.CHECKOUT / "Docs" / "examples" / "server" / "submit.py"
    ran = subprocess.run(
        [sys.executable, example, server.url, "zoe", "Zoë", "race", "win"], capture_output=True, text=True, timeout=60,
        env={**os.environ, "CLUB_KEY": servers.SECRET}, stdin=subprocess.DEVNULL)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["new_score"] == 100
    names = [entry["name"] for entry in server.ask("api/v1/scoreboard/top?board=race").body["data"]["entries"]]
    assert "Zoë" in names
