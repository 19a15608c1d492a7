"""A server that submits for its players: with Python alone.

    CLUB_KEY=… python3 submit.py https://scores.example ann Ann race win

signs as scores.servers with `{id: club, secret_env: CLUB_KEY}` expects it (RFC 9421, RFC 9530).
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
import urllib.request
import uuid


def signed_fields(key_id: str, key: bytes, method: str, path: str, body: bytes, user: dict) -> dict[str, str]:
    """What a request is sent with. A path with a query would need "@query" besides."""
    def in_colons(data: bytes) -> str:
        return f":{base64.b64encode(data).decode()}:"

    fields = {"score-user": in_colons(json.dumps(user).encode())}
    if body:
        fields["content-digest"] = f"sha-256={in_colons(hashlib.sha256(body).digest())}"
        fields["content-type"] = "application/json"
    lines = {"@method": method, "@path": path} | fields
    covered = "({});created={};keyid=\"{}\";nonce=\"{}\"".format(
        " ".join(f'"{name}"' for name in lines), int(time.time()), key_id, uuid.uuid4())
    base = "\n".join(f'"{name}": {value}' for name, value in (lines | {"@signature-params": covered}).items())
    signature = in_colons(hmac.digest(key, base.encode(), "sha256"))
    return fields | {"signature-input": f"sig={covered}", "signature": f"sig={signature}"}


def post(site: str, path: str, content: dict, user: dict, key_id: str, key: bytes) -> dict:
    body = json.dumps(content).encode()
    request = urllib.request.Request(site.rstrip("/") + path, body, method="POST")
    for name, value in signed_fields(key_id, key, "POST", path, body, user).items():
        request.add_header(name, value)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["data"]


def main(site: str, user: str, name: str, board: str, action: str):
    player, key = {"id": user, "name": name}, os.environ["CLUB_KEY"].encode()
    begun = post(site, "/api/v1/actions", {"board": board, "action_type": action}, player, "club", key)
    # Here the player plays.
    accepted = post(site, "/api/v1/score/update", {
        "action_id": begun["action_id"], "action_token": begun["action_token"], "action_type": action,
        "timestamp": int(time.time() * 1000)}, player, "club", key)
    print(json.dumps(accepted))


if __name__ == "__main__":
    main(*sys.argv[1:])
