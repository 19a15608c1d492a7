#!/usr/bin/env python3
"""Writes every observation of a dump: the whole list of every minute that was seen.

A dump keeps what changed. This rebuilds each board minute by minute and writes it as CSV to standard output:

    board,minute,list,rank,player,name,score,scored_at

`list` is `entry` for the list of players and `border` for a score at a rank far below, which has no player; rows are in the
upstream's order. `scored_at` is when this score was first seen. A minute that was not seen has no row: outcomes.csv.gz says
why. Needs Python 3.9 and no packages. Memory stays flat however long the event was.
"""

import argparse
import csv
import gzip
import itertools
import operator
import os
import sys
from datetime import datetime, timedelta, timezone


def rows(folder, table):
    """The rows of a table as dictionaries, one after the other."""
    with gzip.open(os.path.join(folder, table + ".csv.gz"), "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


class Minutes:
    """The rows of a table by board and minute, asked for in the order of the file."""

    def __init__(self, folder, table):
        self.groups = itertools.groupby(rows(folder, table), operator.itemgetter("board", "minute"))
        self.key, self.group = next(self.groups, (None, None))

    def of(self, board, minute):
        if self.key != (board, minute):
            return []
        found = list(self.group)
        self.key, self.group = next(self.groups, (None, None))
        return found


def next_entries(entries, changes, players, minute):
    """The list after a minute's changes: (player, name, rank, score, scored_at), best first.

    Players that are not named keep their order and fill the places that are left; their rank moves with their place.
    """
    if not changes:
        return entries
    before = {}
    for entry in entries:
        before.setdefault(entry[0], entry)
    named = {players[change["player_id"]][0] for change in changes}
    kept = [(place, entry) for place, entry in enumerate(entries, 1) if entry[0] not in named]
    listed = {int(change["place"] or change["rank"]): change for change in changes if change["rank"]}
    kept.reverse()
    result = []
    for place in range(1, len(kept) + len(listed) + 1):
        if place in listed:
            change = listed[place]
            player, name = players[change["player_id"]]
            score = int(change["score"])
            old = before.get(player)
            stands = old is not None and old[3] == score
            scored_at = change["scored_at"] or (old[4] if stands else minute)
            result.append((player, name, int(change["rank"]), score, scored_at))
        else:
            old_place, (player, name, rank, score, scored_at) = kept.pop()
            result.append((player, name, rank + place - old_place, score, scored_at))
    return result


def change_borders(borders, changes, minute):
    """Applies a minute's changes to the borders: rank -> (score, scored_at)."""
    for change in changes:
        rank = int(change["rank"])
        if change["score"] == "":
            borders.pop(rank, None)
            continue
        score = int(change["score"])
        old = borders.get(rank)
        stands = old is not None and old[0] == score
        borders[rank] = (score, change["scored_at"] or (old[1] if stands else minute))


def instant(text):
    """ISO 8601; without a zone it is UTC."""
    value = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return value if value.tzinfo else value.replace(tzinfo=timezone.utc)


def expand(folder, boards, first, last, step, output):
    players = {row["id"]: (row["player"], row["name"]) for row in rows(folder, "players")}
    changes, borders = Minutes(folder, "changes"), Minutes(folder, "borders")
    # Ends lines with CR LF (RFC 4180), and so quotes a name that holds either.
    writer = csv.writer(output)
    writer.writerow(["board", "minute", "list", "rank", "player", "name", "score", "scored_at"])
    current, entries, shown, due = None, [], {}, None
    for outcome in rows(folder, "outcomes"):
        board, minute = outcome["board"], outcome["minute"]
        if board != current:
            current, entries, shown, due = board, [], {}, None
        if outcome["outcome"] in ("refused", "missed"):
            continue
        entries = next_entries(entries, changes.of(board, minute), players, minute)
        change_borders(shown, borders.of(board, minute), minute)
        if boards and board not in boards:
            continue
        if first or last or step:
            now = instant(minute)
            if (first and now < first) or (last and now > last) or (due and now < due):
                continue
            due = now + step if step else None
        for player, name, rank, score, scored_at in entries:
            writer.writerow([board, minute, "entry", rank, player, name, score, scored_at])
        for rank in sorted(shown):
            writer.writerow([board, minute, "border", rank, "", "", *shown[rank]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="the dump's folder; . is this one")
    parser.add_argument("--board", action="append", help="only this board; may be repeated")
    parser.add_argument("--from", dest="first", type=instant, metavar="INSTANT", help="the first minute, ISO 8601")
    parser.add_argument("--to", dest="last", type=instant, metavar="INSTANT", help="the last minute")
    parser.add_argument("--every", type=int, metavar="MINUTES", help="at most one minute in so many")
    given = parser.parse_args()
    step = timedelta(minutes=given.every) if given.every else None
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    expand(given.folder, given.board, given.first, given.last, step, sys.stdout)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
