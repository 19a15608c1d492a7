"""What history must say of a board at every slot, from the simulator's own log alone."""

import hashlib
import hmac
import json
from datetime import datetime, timezone

from plausible import refusal

NAME_LIMIT = 255
# So many refusals in a row that agree with each other are believed.
BELIEVE_AFTER = 30
EMPTY = {"as_of": None, "final": False, "entries": [], "borders": []}


def iso(slot):
    return datetime.fromtimestamp(slot * 60, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def slot_of(text):
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()) // 60


class Shown:
    """The log of a simulator: what each part of an event showed in each minute."""

    def __init__(self, path):
        self.answers = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                self.add(json.loads(line))

    def add(self, answer):
        """An answer that is asked for again within its minute says the same: it may be delivered twice."""
        place = answer["event"], answer["kind"], answer.pop("at") // 60_000
        answer.pop("attempt")
        if self.answers.setdefault(place, answer) != answer:
            raise SystemExit(f"the simulator said two things in one minute: {place}")

    def minutes(self, event):
        return [minute for number, _, minute in self.answers if number == event]

    def part(self, event, kind, minute, board):
        """The rows of one part of a board, and None; or None and why there are none."""
        answer = self.answers.get((event, kind, minute))
        if answer is None:
            return None, "never asked"
        if answer["status"] != 200:
            return None, {404: "not found (404)", 503: "maintenance"}[answer["status"]]
        if answer["fault"] == "garbage":
            return None, "not understood"
        if answer["fault"] == "cut-body":
            return None, "the answer broke off"
        shown = next((shown for shown in answer["boards"] if shown["board"] == board), None)
        if shown is None:
            return None, "not shown"
        return (None, "the upstream is counting") if shown["isAggregate"] else (shown["rows"], None)


class Oracle:
    """One board from slot to slot. `excuses` are reasons for which a slot may be missed though answers were shown."""

    def __init__(self, shown, game, key, event, board, times, excuses=()):
        self.shown, self.game, self.key, self.times, self.excuses = shown, game, key, times, excuses
        self.event, self.board = event, board
        self.standing, self.running, self.names = EMPTY, None, {}
        self.refused, self.agreeing = None, 0

    def next(self, slot, claimed):
        """The line history must have for the slot. `claimed` is the one it has: where that says missed with an excuse,
        it is believed, since no log can know that a process died."""
        if claimed["outcome"] == "missed" and claimed.get("reason") in self.excuses:
            return self.line(slot, "missed", claimed["reason"])
        entries, why_entries = self.shown.part(self.event, "top100", slot, self.board)
        borders, why_borders = self.shown.part(self.event, "border", slot, self.board)
        parts = (("entries", why_entries), ("borders", why_borders))
        reason = [f"{name}: {why}" for name, why in parts if why is not None]
        if entries is None and borders is None:
            # What holds for both parts is said once.
            return self.line(slot, "missed", [why_entries] if why_entries == why_borders else reason)
        entries = entries and [self.entry(row) for row in entries]
        # A border that is listed twice is the same border.
        borders = borders and [{"rank": rank, "score": score} for rank, score in dict(borders).items()]
        is_final = self.times.is_final(slot)
        running = self.running if is_final else None
        refused = refusal(entries, borders, self.standing, running, is_final)
        if refused and not self.is_believed(entries, borders, running, is_final, slot):
            return self.line(slot, "refused", [refused])
        if refused:
            reason.append(f"believed after {BELIEVE_AFTER} refusals that agree: {refused}")
        before = self.standing
        self.refused, self.agreeing = None, 0
        self.standing = self.after(entries, borders, is_final, slot)
        if not is_final:
            self.running = self.standing
        same = all(self.standing[kind] == before[kind] for kind in ("entries", "borders"))
        outcome = "partial" if entries is None or borders is None else "unchanged" if same else "changed"
        return self.line(slot, outcome, reason)

    def after(self, entries, borders, is_final, slot):
        """The standing that a reading leaves."""
        return {
            "as_of": iso(slot), "final": is_final,
            "entries": self.since(entries, self.standing["entries"], "player", slot),
            "borders": self.since(borders, self.standing["borders"], "rank", slot),
        }

    def is_believed(self, entries, borders, running, is_final, slot):
        """Whether so many refused readings lie right before this refused one that each could follow the one before."""
        if self.standing["final"]:
            return False
        agrees = self.refused and not refusal(entries, borders, self.refused, running, is_final)
        agreeing = self.agreeing if agrees else 0
        if agreeing >= BELIEVE_AFTER:
            return True
        self.refused, self.agreeing = {**self.after(entries, borders, is_final, slot), "final": False}, agreeing + 1
        return False

    def line(self, slot, outcome, reason):
        return {"slot": iso(slot), "outcome": outcome, "reason": reason, **self.standing}

    def entry(self, row):
        rank, user, score, name = row
        return {"rank": rank, "player": self.pseudonym(user), "name": name[:NAME_LIMIT], "score": score}

    def pseudonym(self, user):
        if user not in self.names:
            message = self.game.encode() + b"\0" + user.encode()
            self.names[user] = hmac.new(self.key, message, hashlib.sha256).hexdigest()[:16]
        return self.names[user]

    @staticmethod
    def since(rows, before, key, slot):
        """The rows with the slot their score was first seen at; those before where the part did not come."""
        if rows is None:
            return before
        known = {row[key]: row for row in before}
        dated = []
        for row in rows:
            old = known.get(row[key])
            stands = old is not None and old["score"] == row["score"]
            dated.append({**row, "scored_at": old["scored_at"] if stands else iso(slot)})
        return dated
