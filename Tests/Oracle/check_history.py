#!/usr/bin/env python3
"""Compares whole histories with an oracle that knows the simulator's log, and proves that the comparison can fail.

Prints one JSON object: the number of slots and rows compared, what kinds of things happened, the first differences, the
mutations of the history that gave a difference, those that gave none, and those for which it had no place. Python's standard
library only. See Docs/guarantees.md.
"""

import argparse
import itertools
import json
import urllib.request
from collections import Counter
from pathlib import Path

from calendar_of_slots import first_slot, times_of
from compare import differences, variety
from history_oracle import Oracle, Shown, slot_of
from mutations import MUTATIONS

SHOWN_DIFFERENCES = 10


def master(url):
    """The simulator's list of events and that of their chapters."""
    names = "events", "worldBlooms"
    return [json.load(urllib.request.urlopen(f"{url}/master/{name}.json", timeout=30)) for name in names]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--log", required=True, help="what the simulator wrote with --log")
    parser.add_argument("--simulator", required=True, help="its URL, for its master data")
    parser.add_argument("--key", required=True, help="pseudonym.key of the data directory")
    parser.add_argument("--through", required=True, help="the last instant that was run, ISO 8601")
    parser.add_argument("--cadence", type=int, default=1, help="minutes between slots")
    parser.add_argument("--excuse", action="append", default=[], help="a reason for which slots may be missed")
    parser.add_argument("--acknowledged", help="a file of BOARD SLOT OUTCOME lines that must be in the histories")
    parser.add_argument("--mutate", action="store_true", help="also apply every mutation")
    parser.add_argument("histories", nargs="+", metavar="BOARD=FILE", help="what `history standings` wrote")
    return parser.parse_args()


class Case:
    """One board with its history."""

    def __init__(self, options, shown, master, argument):
        self.id, path = argument.split("=", 1)
        event, self.board = self.id.split("/")
        game, number = event.rsplit("-", 1)
        self.options, self.shown, self.game, self.number = options, shown, game, int(number)
        self.key = Path(options.key).read_bytes()
        self.times = times_of(self.board, self.number, *master)
        self.text = [line for line in Path(path).read_text("utf-8").split("\n") if line]
        self.lines = self.copy()

    def copy(self):
        return [json.loads(line) for line in self.text]

    def differences(self, lines):
        oracle = Oracle(
            self.shown, self.game, self.key, self.number, self.board, self.times, self.options.excuse)
        first = max(min(self.shown.minutes(self.number), default=0), first_slot(self.times.starts))
        last = slot_of(self.options.through)
        found = differences(lines, oracle, self.times, self.options.cadence, first, last)
        return (f"{self.id} {text}" for text in found)

    def notices(self, mutation):
        """Whether the mutation gives a difference; None where it has no place here."""
        lines = mutation(self.copy()) if self.lines else None
        return None if lines is None else next(self.differences(lines), None) is not None


def lost(path, cases):
    """What a program said to be recorded, and history does not have."""
    outcomes = {(case.id, line["slot"]): line["outcome"] for case in cases for line in case.lines}
    for line in Path(path).read_text("utf-8").splitlines():
        board, slot, outcome = line.split()
        if outcomes.get((board, slot)) != outcome:
            yield f"{board} {slot} was acknowledged as {outcome} and is {outcomes.get((board, slot))}"


def main():
    options = arguments()
    shown = Shown(options.log)
    lists = master(options.simulator)
    cases = [Case(options, shown, lists, argument) for argument in options.histories]
    found = list(itertools.chain.from_iterable(case.differences(case.lines) for case in cases))
    if options.acknowledged:
        found += lost(options.acknowledged, cases)
    report = {
        "slots": sum(len(case.lines) for case in cases),
        "rows": sum(len(line["entries"]) + len(line["borders"]) for case in cases for line in case.lines),
        "variety": sum((variety(case.lines) for case in cases), Counter()),
        "differences": found[:SHOWN_DIFFERENCES],
        "count": len(found),
    }
    if options.mutate:
        tried = {name: {case.notices(mutation) for case in cases} - {None} for name, mutation in MUTATIONS.items()}
        report["noticed"] = [name for name, answers in tried.items() if answers == {True}]
        report["unnoticed"] = [name for name, answers in tried.items() if False in answers]
        report["without_place"] = [name for name, answers in tried.items() if not answers]
    print(json.dumps(report, ensure_ascii=False))


main()
