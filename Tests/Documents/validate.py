"""Holds every JSON document of an output folder against the schemas in Docs/schemas.

    validate.py SCHEMAS OUTPUT

Stricter than a reader should be: a name no schema knows is an error, so that none is published without being
documented. Prints how many documents of each kind there are; ends with 1 where one is not as its schema says, or where
the files that share a name do not hold the same.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator

LARGEST_HOUR = 5_000_000
SHOWN = 10
# Dumps are described by their own Frictionless packages.
IGNORED = re.compile(r"dumps/.+/")


def strict(schema):
    """The schema without room for names it does not have."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(value) for key, value in schema.items()}
    if "properties" in made and made.get("type") in ("object", ["object", "null"]):
        made.setdefault("additionalProperties", False)
    return made


def kind(path, document):
    """Which schema describes the document; None for one that is nobody's."""
    if path in ("manifest.json", "dumps/index.json"):
        return {"manifest.json": "manifest", "dumps/index.json": "dumps"}[path]
    if re.fullmatch(r"accuracy/[^/]+/index\.json", path):
        return "accuracy"
    match = re.fullmatch(r"e/[^/]+/[^/]+/(latest|names/[0-9a-f]{16}|series/[0-9a-f]{16}|forecast/[0-9a-f]{16}|at/(\d+))\.json", path)
    if not match:
        return None
    if match[2]:
        return "hour" if int(match[2]) <= LARGEST_HOUR else "latest"
    folder = match[1].split("/")[0]
    return "series-day" if folder == "series" and "days" not in document else folder


def main(schemas, output):
    validators = {
        file.name.removesuffix(".schema.json"): Draft202012Validator(strict(json.loads(file.read_text())))
        for file in sorted(schemas.glob("*.schema.json"))
    }
    counts, problems = Counter(), []
    for file in sorted(output.rglob("*.json")):
        path = file.relative_to(output).as_posix()
        if IGNORED.match(path):
            continue
        text = file.read_bytes()
        document = json.loads(text)
        name = kind(path, document)
        if name is None:
            problems.append(f"{path}: no schema describes it")
            continue
        counts[name] += 1
        for error in validators[name].iter_errors(document):
            problems.append(f"{path}: {error.json_path}: {error.message}")
        if name != "hour" and gzip.decompress(Path(f"{file}.gz").read_bytes()) != text:
            problems.append(f"{path}.gz: holds something else")
    for name in validators:
        print(f"{name}: {counts[name]}")
    for problem in problems[:SHOWN]:
        print(problem[:500], file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
