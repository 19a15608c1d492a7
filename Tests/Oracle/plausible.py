"""Which answers may change a standing, as the documents say. Scores by player or rank are plain dictionaries."""


def refusal(entries, borders, standing, running, is_final):
    """Why the reading leaves the standing as it is; None where it is taken.

    `entries` and `borders` are lists of dictionaries, None for a part that did not come. `running` is the last standing
    before scoring ended, None while the board runs.
    """
    if standing["final"] and not is_final:
        return "older than the announced result"
    for rows, kind in ((entries, "entries"), (borders, "borders")):
        if rows is None:
            continue
        if any(after["score"] > before["score"] for before, after in zip(rows, rows[1:])):
            return "disorder"
        if kind == "entries" and len({row["player"] for row in rows}) < len(rows):
            return "a player is listed twice"
        if 2 * len(rows) < len(standing[kind]):
            return f"only {len(rows)} of {len(standing[kind])} {kind}"
    if standing["final"] and running:
        for rows, kind, key in ((entries, "entries", "player"), (borders, "borders", "rank")):
            if rows is not None and goes_back(rows, standing[kind], running[kind], key):
                return "older than the announced result"
    return too_many_fell(entries, standing, is_final)


def goes_back(rows, result, running, key):
    """Whether most of those that moved between the two standings are back where they were before, or lower."""
    result, running = scores(result, key), scores(running, key)
    moved = [row for row in rows if row[key] in running and result.get(row[key], 0) > running[row[key]]]
    return sum(row["score"] <= running[row[key]] for row in moved) * 2 > len(moved)


def too_many_fell(entries, standing, is_final):
    """More than half of the players seen before; more than a tenth, and more than one, of an announced result."""
    before = scores(standing["entries"], "player")
    pairs = [(before[row["player"]], row["score"]) for row in entries or [] if row["player"] in before]
    fallen = sum(new < old for old, new in pairs)
    if fallen > (max(1, len(pairs) / 10) if is_final else len(pairs) / 2):
        return f"{fallen} of {len(pairs)} players fell"
    return None


def scores(rows, key):
    return {row[key]: row["score"] for row in rows}
