"""Ways in which a history can be wrong. Each takes the lines, changes one thing and returns them, or None where the
history has no place for it. The comparison must notice every one."""

import copy
import unicodedata

from history_oracle import iso, slot_of


def pairs(lines):
    return zip(lines, lines[1:])


def tie_flipped(lines):
    for line in lines:
        rows = line["entries"]
        for place, (one, other) in enumerate(zip(rows, rows[1:])):
            if one["score"] == other["score"]:
                one["rank"], other["rank"] = other["rank"], one["rank"]
                rows[place], rows[place + 1] = other, one
                return lines
    return None


def absence_dropped(lines):
    for before, line in pairs(lines):
        players = {row["player"] for row in line["entries"]}
        for place, row in enumerate(before["entries"]):
            if row["player"] not in players and line["outcome"] == "changed":
                line["entries"].insert(place, row)
                return lines
    return None


def frame_skipped(lines):
    """The first slot of an hour, where a whole board is kept, shows the board before it."""
    for before, line in pairs(lines):
        if slot_of(line["slot"]) % 60 == 0 and line["entries"] != before["entries"]:
            line["entries"], line["borders"] = before["entries"], before["borders"]
            return lines
    return None


def renaming_missed(lines):
    for before, line in pairs(lines):
        names = {row["player"]: row["name"] for row in before["entries"]}
        for row in line["entries"]:
            if names.get(row["player"], row["name"]) != row["name"]:
                row["name"] = names[row["player"]]
                return lines
    return None


def name_changed(change):
    def mutation(lines):
        for line in lines:
            for row in line["entries"]:
                if change(row["name"]) != row["name"]:
                    row["name"] = change(row["name"])
                    return lines
        return None
    return mutation


def refusal_ignored(lines):
    """A slot that was not seen shows what came after it."""
    for line, after in pairs(lines):
        if line["outcome"] in ("refused", "missed") and after["entries"] != line["entries"]:
            line["entries"] = after["entries"]
            return lines
    return None


def middle(lines, kind):
    """The rows of one kind in the middle of the history; empty where there are none at all."""
    filled = [line[kind] for line in lines if line[kind]]
    return filled[len(filled) // 2] if filled else []


def row_changed(kind, key, change):
    def mutation(lines):
        rows = middle(lines, kind)
        if not rows:
            return None
        rows[-1][key] = change(rows[-1][key])
        return lines
    return mutation


def row_dropped(kind):
    def mutation(lines):
        rows = middle(lines, kind)
        if not rows:
            return None
        del rows[-1]
        return lines
    return mutation


def line_changed(key, change):
    def mutation(lines):
        line = lines[len(lines) // 2]
        line[key] = change(line)
        return lines
    return mutation


def slot_lost(lines):
    del lines[len(lines) // 2]
    return lines


def slot_doubled(lines):
    lines.insert(len(lines) // 2, copy.deepcopy(lines[len(lines) // 2]))
    return lines


def slots_swapped(lines):
    half = len(lines) // 2
    for key in ("entries", "borders"):
        lines[half][key], lines[half - 1][key] = lines[half - 1][key], lines[half][key]
    return lines if lines[half]["entries"] != lines[half - 1]["entries"] else None


MUTATIONS = {
    "tie flipped": tie_flipped,
    "absence dropped": absence_dropped,
    "frame skipped": frame_skipped,
    "renaming missed": renaming_missed,
    "name normalised": name_changed(lambda name: unicodedata.normalize("NFC", name)),
    "name trimmed": name_changed(str.strip),
    "NUL lost": name_changed(lambda name: name.replace("\0", "")),
    "refusal ignored": refusal_ignored,
    "score off by one": row_changed("entries", "score", lambda score: score - 1),
    "rank off by one": row_changed("entries", "rank", lambda rank: rank + 1),
    "player mistaken": row_changed("entries", "player", lambda player: player[::-1]),
    "age off by a minute": row_changed("entries", "scored_at", lambda at: iso(slot_of(at) + 1)),
    "entry dropped": row_dropped("entries"),
    "border off by one": row_changed("borders", "score", lambda score: score + 1),
    "border's age off by a minute": row_changed("borders", "scored_at", lambda at: iso(slot_of(at) - 1)),
    "border dropped": row_dropped("borders"),
    "outcome changed": line_changed(
        "outcome", lambda line: "unchanged" if line["outcome"] != "unchanged" else "changed"),
    "result declared": line_changed("final", lambda line: not line["final"]),
    "as_of off": line_changed("as_of", lambda line: None),
    "slot lost": slot_lost,
    "slot doubled": slot_doubled,
    "slots swapped": slots_swapped,
}
