"""The log of a simulator that went wrong at random: what each request was answered, and what a crawl can have made of it.

Only where a line stands is kept; its rows are read again when they are wanted, so that memory does not grow with them.
"""

import itertools
import json
from collections import Counter, defaultdict, namedtuple

from calendar_of_slots import MINUTE

# Milliseconds of its minute after which a crawl gives up.
TIME_LIMIT = 45_000
ATTEMPTS = 3
# The pauses before the second and the third attempt.
PAUSES = (1000, 2000)

Ask = namedtuple("Ask", "world event kind at attempt status fault delay retry_after offset")

# What the answer of a fault is called, and whether it is asked again.
FAILURES = {
    "status-403": ("access refused (403)", False),
    "status-404": ("not found (404)", False),
    "status-426": ("the game has a newer version (426)", False),
    "status-500": ("an error of the upstream (500)", True),
    "status-503": ("maintenance", False),
    "error-in-body": ("access refused (403)", False),
    "cut-body": ("the answer broke off", True),
    "huge-body": ("the answer is too large", False),
    "bomb": ("the answer is too large", False),
    "garbage": ("not understood: not JSON", True),
    "wrong-types": ("not understood: ", True),
}
NOTICES = {"status-429": "asked too often", "maintenance": "maintenance"}


def next_try(ask):
    """When a host that asked for a pause is tried again: the first whole minute that is not before the pause's end."""
    minute = -(-until(ask) // MINUTE)
    return f", next try from {minute // 60 % 24:02}:{minute % 60:02} UTC"


def until(ask):
    return ask.at + 1000 * ask.retry_after


class SoakLog:
    """All requests, by world, event and kind, and by minute."""

    def __init__(self, path, start):
        """`start` is the first minute of the run: what was asked before was somebody else."""
        self.file = open(path, "rb")
        self.asks = defaultdict(lambda: defaultdict(list))
        self.pauses = defaultdict(list)
        self.faults = Counter()
        offset = 0
        for line in self.file:
            head = json.loads(line[: line.index(b',"boards":')] + b"}")
            if head["at"] >= start * MINUTE:
                self.add(Ask(**{"delay": 0, "retry_after": None, **head}, offset=offset))
            offset += len(line)

    def add(self, ask):
        self.faults[ask.fault or "none"] += 1
        self.asks[ask.world, ask.event, ask.kind][ask.at // MINUTE].append(ask)
        if ask.retry_after is not None:
            self.pauses[ask.world].append(ask)

    def boards(self, ask):
        self.file.seek(ask.offset)
        return json.loads(self.file.readline())["boards"]

    def of_world(self, world):
        return ShownWorld(self, world)


class ShownWorld:
    """What one world showed, minute by minute and in order, as `history_oracle.Shown` tells it."""

    def __init__(self, log, world):
        self.log, self.world = log, world
        self.pauses = sorted(log.pauses[world], key=lambda ask: ask.at)
        self.passed = 0
        self.read = None, None
        # What a crawler should not have done, in words.
        self.complaints = []

    def first_minute(self, event):
        kinds = [self.log.asks[self.world, event, kind] for kind in ("top100", "border")]
        return min(minute for asks in kinds for minute in asks)

    def asked(self, event, kind, minute):
        return self.log.asks[self.world, event, kind].get(minute, [])

    def earlier_pause(self, minute):
        """The newest pause that was asked for before the minute; None where there was none."""
        while self.passed < len(self.pauses) and self.pauses[self.passed].at < minute * MINUTE:
            self.passed += 1
        return self.pauses[self.passed - 1] if self.passed else None

    def pauses_in(self, minute):
        later = itertools.islice(self.pauses, self.passed, None)
        return list(itertools.takewhile(lambda ask: ask.at // MINUTE == minute, later))

    def part(self, event, kind, minute, board):
        """The rows of one part of a board, and None; or None and why there are none."""
        asks = self.asked(event, kind, minute)
        pause = self.earlier_pause(minute)
        left = max(0, until(pause) - minute * MINUTE) if pause else 0
        if left >= TIME_LIMIT:
            if asks:
                self.complain(asks[0], "was asked in a pause")
            return None, NOTICES[pause.fault] + next_try(pause)
        return self.answered(asks, left, self.pauses_in(minute), board)

    def answered(self, asks, spent, pauses, board):
        for number, ask in enumerate(asks):
            words, is_repeated, spent = self.failure(ask, spent)
            is_last = number == len(asks) - 1
            if not is_last and not is_repeated:
                self.complain(ask, "was asked again")
            if is_last and words is None:
                return self.shown(ask, board)
            if is_last and (not is_repeated or len(asks) == ATTEMPTS):
                return None, words
            spent += PAUSES[min(number, 1)]
        # Another request has learned meanwhile that the host wants none.
        if pauses:
            names = {NOTICES[pause.fault] for pause in pauses}
            return None, (names.pop() if len(names) == 1 else "") + next_try(pauses[-1])
        return None, "asked again" if asks else "asked at all"

    def failure(self, ask, spent):
        """Why the answer is none, or None; whether it is asked for again; and the time that has passed by then."""
        spent += 1000 * ask.delay
        if spent >= TIME_LIMIT:
            return "no answer in time", False, spent
        if ask.fault in NOTICES:
            return NOTICES[ask.fault] + next_try(ask), False, spent
        words, is_repeated = FAILURES.get(ask.fault, (None, False))
        if words is None and ask.status != 200:
            raise SystemExit(f"the log holds what this oracle does not know: {ask}")
        return words, is_repeated, spent

    def shown(self, ask, board):
        if self.read[0] is not ask:
            self.read = ask, self.log.boards(ask)
        found = next((shown for shown in self.read[1] if shown["board"] == board), None)
        if found is None:
            return None, "not shown"
        return (None, "the upstream is counting") if found["isAggregate"] else (found["rows"], None)

    def is_good(self, event, minute, board):
        """Whether anything of the board was shown in time, however it came about."""
        asks = self.asked(event, "top100", minute) + self.asked(event, "border", minute)
        return any(
            self.failure(ask, 0)[0] is None and self.shown(ask, board)[0] is not None for ask in asks)

    def complain(self, ask, what):
        self.complaints.append(f"{ask.kind} of event {ask.event} in world {ask.world} {what} at {ask.at}")
