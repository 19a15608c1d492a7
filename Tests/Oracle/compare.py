"""Compares what `borderline history standings` wrote with the oracle, slot by slot and row by row."""

from collections import Counter

from history_oracle import slot_of

FIELDS = ("slot", "outcome", "as_of", "final", "entries", "borders")


def differences(lines, oracle, times, cadence, first, last):
    """Every difference in words: slots that are missing, doubled or too many, and slots that say something else."""
    planned = [slot for slot in range(first, last + 1) if times.is_planned(slot, cadence)]
    found = [slot_of(line["slot"]) for line in lines]
    if found != planned:
        strange = sorted((Counter(planned) - Counter(found)) + (Counter(found) - Counter(planned)))
        yield f"slots are missing, doubled, unplanned or out of order: {strange[:5]} of {len(planned)}"
    for slot, line in zip(found, lines):
        expected = oracle.next(slot, line)
        for field in FIELDS:
            if line.get(field) != expected[field]:
                yield f"{line['slot']} {field}: {first_difference(line.get(field), expected[field])}"
        if not is_reason(line.get("reason"), expected["reason"]):
            yield f"{line['slot']} reason: {line.get('reason')!r} in place of {expected['reason']!r}"


def is_reason(reason, expected):
    """Whether every part of the expected reason stands in the recorded one; corrections have words of their own."""
    if isinstance(expected, str) or not expected:
        return (reason or None) == (expected or None) or str(reason).startswith("corrects the announced result")
    return reason is not None and all(part in reason for part in expected)


def first_difference(found, expected):
    if not isinstance(found, list) or not isinstance(expected, list):
        return f"{found!r} in place of {expected!r}"
    for one, other in zip(found, expected):
        if one != other:
            return f"{one!r} in place of {other!r}"
    return f"{len(found)} rows in place of {len(expected)}"


def variety(lines):
    """What happened in a history, by kind: a comparison of dull histories would prove little."""
    counts = Counter(line["outcome"] for line in lines)
    seen, names, ranks, last = set(), {}, {}, {}
    for line in lines:
        rows = {row["player"]: row for row in line["entries"]}
        pairs = list(zip(line["entries"], line["entries"][1:]))
        counts["tie"] += any(one["score"] == other["score"] for one, other in pairs)
        counts["overtaking"] += any(
            one["player"] in ranks and other["player"] in ranks and ranks[one["player"]] > ranks[other["player"]]
            for one, other in pairs)
        counts["left"] += any(player not in rows for player in last)
        counts["returned"] += any(player in seen and player not in last for player in rows)
        counts["renamed"] += any(names.get(player, row["name"]) != row["name"] for player, row in rows.items())
        counts["fell"] += any(player in last and row["score"] < last[player] for player, row in rows.items())
        counts["corrected"] += "corrects the announced result" in (line.get("reason") or "")
        counts["final"] += line["final"]
        last = {player: row["score"] for player, row in rows.items()}
        ranks = {player: place for place, player in enumerate(rows)}
        names.update((player, row["name"]) for player, row in rows.items())
        seen.update(rows)
    return counts
