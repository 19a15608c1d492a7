"""Replays in a bucket: by moto, which comes and goes."""

import hashlib
from pathlib import Path

import boto3
import pytest
import requests
from moto.server import ThreadedMotoServer

import server as servers

REPLAY = b'{"keys": [1, 2, 3]}'


@pytest.fixture
def bucket(monkeypatch):
    # Any do: moto looks at them, and at no signature.
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "any")
    service = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    service.start()
    port = service.get_host_and_port()[1]
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1")
    client.create_bucket(Bucket="replays")
    yield client, port
    service.stop()


def attach(server, action: str, body: bytes, subject: str) -> requests.Response:
    return requests.put(
        f"{server.url}api/v1/actions/{action}/proof", data=body, timeout=60,
        headers={"Authorization": f"Bearer {servers.token(subject)}", "Content-Type": "application/json"})


def newest_action(server, subject: str) -> str:
    return server.ask(f"api/v1/users/{subject}/history", subject=subject).body["data"]["actions"][0]["action_id"]


def test_a_bucket_keeps_replays(bucket, tmp_path: Path):
    client, port = bucket
    for name in ("access", "secret"):
        (tmp_path / name).write_text("any")
    running = servers.start(tmp_path / "kept", proofs=(
        f"{{bucket: {{endpoint: 'http://127.0.0.1:{port}', name: replays, prefix: kept/, "
        f"access_key_file: {tmp_path}/access, secret_key_file: {tmp_path}/secret}}}}"))
    try:
        running.win("ann")
        action = newest_action(running, "ann")
        kept = attach(running, action, REPLAY, "ann")
        assert kept.status_code == 200, kept.text
        digits = hashlib.sha256(REPLAY).hexdigest()
        assert kept.json()["data"]["sha256"] == digits
        found = client.get_object(Bucket="replays", Key=f"kept/{digits[:2]}/{digits}")
        assert found["Body"].read() == REPLAY
        # What cannot be kept now is claimed, and kept when it is sent again.
        running.win("bob")
        action = newest_action(running, "bob")
        client.delete_object(Bucket="replays", Key=f"kept/{digits[:2]}/{digits}")
        client.delete_bucket(Bucket="replays")
        lost = attach(running, action, REPLAY + b" ", "bob")
        assert lost.status_code == 503 and lost.json()["error"]["code"] == "unavailable"
        client.create_bucket(Bucket="replays")
        assert attach(running, action, REPLAY, "bob").status_code == 409
        assert attach(running, action, REPLAY + b" ", "bob").status_code == 200
        listed = client.list_objects_v2(Bucket="replays")
        assert [entry["Size"] for entry in listed["Contents"]] == [len(REPLAY) + 1]
    finally:
        assert running.stop() == 0
