#!/usr/bin/env python3
"""Compares what is stored after a soak, slot by slot and row by row, with the log of the simulator that went wrong.

Reads the log and the histories as they come, shares no code with the product, and takes nothing for granted: for each board
it says which slots there must be, what became of each, why, and which standing it left. Ends with 1 where anything differs, or
where memory grew. Python's standard library only. See Docs/guarantees.md.
"""

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import urllib.request
from collections import Counter
from pathlib import Path

from calendar_of_slots import first_slot, times_of
from compare import FIELDS, first_difference, is_reason
from history_oracle import Oracle, slot_of
from soak_log import SoakLog

SHOWN_DIFFERENCES = 20
# The first of the samples of memory, while caches fill up.
WARM_UP_SHARE = 0.1


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--log", required=True, help="what the simulator wrote with --log")
    parser.add_argument("--simulator", required=True, help="its URL, for its master data")
    parser.add_argument("--key", required=True, help="pseudonym.key of the data directory")
    parser.add_argument("--from", dest="start", type=int, required=True, help="the first instant that was run, Unix seconds")
    parser.add_argument("--through", type=int, required=True, help="the last")
    parser.add_argument("--history", required=True, help="the command that writes a board's standings, but for the board")
    parser.add_argument("--slots", type=int, default=1, help="fewer than these are a failure")
    parser.add_argument("--memory", help="a file with a sample of resident memory a line, in KiB")
    parser.add_argument("--memory-growth", type=float, default=32, help="by how many MiB memory may grow")
    parser.add_argument("boards", nargs="+", metavar="WORLD=BOARD", help="a world's number and its board's id")
    return parser.parse_args()


class Board:
    """One board, from its first slot to its last."""

    def __init__(self, options, log, master, argument):
        world, self.id = argument.split("=", 1)
        event, board = self.id.split("/")
        game, number = event.rsplit("-", 1)
        self.event, self.board, self.shown = int(number), board, log.of_world(int(world))
        self.times = times_of(board, self.event, *master)
        self.oracle = Oracle(
            self.shown, game, Path(options.key).read_bytes(), self.event, board, self.times)
        self.command = options.history.split() + [self.id, "--to", str(options.through)]
        self.last = options.through // 60
        self.expected, self.found, self.reasons, self.rows = Counter(), Counter(), Counter(), 0

    def differences(self):
        """Every difference in words."""
        process = subprocess.Popen(self.command, stdout=subprocess.PIPE)
        lines = map(json.loads, process.stdout)
        head = next(lines, None)
        first = self.shown.first_minute(self.event)
        if head is not None:
            first = min(first, slot_of(head["slot"]))
        planned = (
            slot for slot in range(max(first, first_slot(self.times.starts)), self.last + 1)
            if self.times.is_planned(slot, 1))
        found = lines if head is None else itertools.chain([head], lines)
        for slot, line in itertools.zip_longest(planned, found):
            if slot is None or line is None or slot_of(line["slot"]) != slot:
                yield f"{self.id}: slot {slot} is planned and the history has {line and line['slot']}"
                process.kill()
                break
            yield from (f"{self.id} {line['slot']} {text}" for text in self.slot_differences(slot, line))
        yield from (f"{self.id}: {text}" for text in self.shown.complaints)
        if process.wait() > 0:
            yield f"{self.id}: {' '.join(self.command)} ended with {process.returncode}"

    def slot_differences(self, slot, line):
        expected = self.oracle.next(slot, line)
        self.expected[expected["outcome"]] += 1
        self.found[line["outcome"]] += 1
        self.rows += len(line["entries"]) + len(line["borders"])
        if line["outcome"] in ("missed", "refused"):
            self.reasons[f"{line['outcome']}: {general(line.get('reason') or '')}"] += 1
        for field in FIELDS:
            if line.get(field) != expected[field]:
                yield f"{field}: {first_difference(line.get(field), expected[field])}"
        if not is_reason(line.get("reason"), expected["reason"]):
            yield f"reason: {line.get('reason')!r} in place of {expected['reason']!r}"
        if line["outcome"] == "missed" and self.shown.is_good(self.event, slot, self.board):
            yield "is missed, and was shown in time"


def general(reason):
    """A reason without what differs from slot to slot."""
    return "".join("0" if letter.isdigit() else letter for letter in reason.split(", next try")[0]).replace("00", "0")


def growth(path):
    """Medians of the first and the last quarter of the samples after warming up, in MiB."""
    samples = [int(line) / 1024 for line in Path(path).read_text().split()]
    samples = samples[int(len(samples) * WARM_UP_SHARE):]
    quarter = max(1, len(samples) // 4)
    return statistics.median(samples[:quarter]), statistics.median(samples[-quarter:]), max(samples)


def table(title, counts):
    print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.most_common()))


def main():
    options = arguments()
    log = SoakLog(options.log, options.start // 60)
    names = "events", "worldBlooms"
    master = [json.load(urllib.request.urlopen(f"{options.simulator}/master/{name}.json", timeout=30)) for name in names]
    boards = [Board(options, log, master, argument) for argument in options.boards]
    found = [text for board in boards for text in board.differences()]
    outcomes = sum((board.found for board in boards), Counter())
    expected = sum((board.expected for board in boards), Counter())
    if outcomes != expected:
        found.append(f"outcomes are {dict(outcomes)} in place of {dict(expected)}")
    if outcomes.total() < options.slots:
        found.append(f"only {outcomes.total()} of {options.slots} slots were compared")
    print(f"slots: {outcomes.total()} of {len(boards)} boards, {sum(board.rows for board in boards)} rows compared")
    table("outcomes, as the faults imply" if outcomes == expected else "outcomes", outcomes)
    table("reasons", sum((board.reasons for board in boards), Counter()))
    table("requests by fault", log.faults)
    if options.memory:
        first, last, most = growth(options.memory)
        print(f"memory of up: {first:.1f} MiB in its first quarter, {last:.1f} MiB in its last, {most:.1f} MiB at the most")
        if last > first + options.memory_growth:
            found.append(f"memory grew from {first:.1f} to {last:.1f} MiB")
    for text in found[:SHOWN_DIFFERENCES]:
        print(f"DIFFERENCE {text}")
    if found:
        sys.exit(f"{len(found)} differences")
    print("no difference")


main()
