"""The API against its own description: schemathesis makes requests from it, right and wrong, and judges each answer."""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance, response_headers_conformance, response_schema_conformance, status_code_conformance)

import server as servers

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance]
# Requests of each call, right and wrong, with a token and without.
EXAMPLES = int(os.environ.get("BORDERLINE_EXAMPLES", "100"))
# All but the stream, which has no end, and tests of its own.
CALLS = ["beginAction", "updateScore", "attachProof", "top", "history", "document"]


@pytest.fixture(scope="session")
def operations(server) -> dict:
    # Not by its address: that call would be left out.
    schema = schemathesis.openapi.from_dict(server.ask("api/openapi.json").body)
    found = (result.ok() for result in schema.get_all_operations())
    return {operation.definition.raw["operationId"]: operation for operation in found}


def test_all_calls_are_tried(operations):
    assert sorted(operations) == sorted([*CALLS, "live"])


@pytest.mark.parametrize("call, mode", [
    # Whoever asks for the document can do nothing wrong.
    *((call, mode) for call in CALLS for mode in GenerationMode if (call, mode.value) != ("document", "negative"))])
@pytest.mark.parametrize("subject", [None, "ann"])
def test_no_answer_is_outside_the_document(server, operations, call, subject, mode):
    headers = {"Authorization": f"Bearer {servers.token(subject)}"} if subject else {}

    @given(case=operations[call].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
    def ask(case):
        case.call_and_validate(base_url=server.url.rstrip("/"), headers=headers, checks=CHECKS)

    ask()
