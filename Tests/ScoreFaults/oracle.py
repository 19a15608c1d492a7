"""What must be true of boards, worked out again from the trail and from what clients remember."""

import json

from player import TYPES, Action
from watcher import Watcher
from world import World

TRAIL = """
SELECT JSON_OBJECT('action', LOWER(HEX(s.action_id)), 'board', b.name, 'change', s.change_number,
  'user', CAST(u.subject AS CHAR), 'player', LPAD(LOWER(HEX(u.player)), 16, '0'), 'type', s.action_type,
  'value', s.value, 'points', s.points, 'old', s.old_score, 'new', s.new_score, 'delta', s.score_delta,
  'place', s.place)
FROM score_submission s JOIN score_board b ON b.id = s.board_id JOIN score_user u ON u.id = s.user_id
ORDER BY s.board_id, s.change_number"""
ENTRIES = """
SELECT JSON_OBJECT('board', b.name, 'user', CAST(u.subject AS CHAR), 'score', e.score, 'reached', e.reached,
  'last', e.last_change, 'key', e.sort_key)
FROM score_entry e JOIN score_board b ON b.id = e.board_id JOIN score_user u ON u.id = e.user_id"""
BOARDS = "SELECT JSON_OBJECT('board', name, 'change', change_number) FROM score_board"
TALLY = """
SELECT JSON_OBJECT('board', b.name, 'shift', t.shift, 'prefix', t.prefix, 'players', t.players)
FROM score_tally t JOIN score_board b ON b.id = t.board_id"""
POINTS = {"win": 100, "loss": -30}


class Standing:
    """A board as the rules of its test say, by all that was accepted before."""

    def __init__(self, board: str):
        self.board = board
        # Of each user: the score, and the change by which it was reached.
        self.scores: dict[str, tuple[int, int]] = {}

    def score_after(self, user: str, points: int) -> int:
        old = self.scores.get(user)
        if self.board == "race":
            return (old[0] if old else 0) + points
        if self.board == "sprint":
            return min(old[0], points) if old else points
        return points

    def accept(self, user: str, points: int, change: int) -> int:
        score = self.score_after(user, points)
        if user not in self.scores or self.scores[user][0] != score:
            self.scores[user] = (score, change)
        return score

    def place(self, user: str) -> int:
        score, reached = self.scores[user]
        if self.board == "sprint":
            return 1 + sum(other < score for other, _ in self.scores.values())
        return 1 + sum(other > score or (other == score and time < reached) for other, time in self.scores.values())


def check_trail(world: World, actions: list[Action]) -> dict[str, list[dict]]:
    """The trail by board, after each of its rows was held against the rules and against what the clients sent."""
    rows = world.database.rows(TRAIL)
    sent = {action.id.replace("-", ""): action for action in actions}
    boards: dict[str, list[dict]] = {}
    standings: dict[str, Standing] = {}
    for row in rows:
        action = sent.get(row["action"])
        assert action is not None and action.board == row["board"], f"nobody may have this: {row} {action}"
        assert action.user == row["user"] and action.body["action_type"] == row["type"], row
        assert action.body.get("value") == row["value"], row
        assert row["points"] == POINTS.get(row["type"], row["value"]), row
        trail = boards.setdefault(row["board"], [])
        trail.append(row)
        assert row["change"] == len(trail), f"the numbers have a gap or a repetition: {row}"
        standing = standings.setdefault(row["board"], Standing(row["board"]))
        old = standing.scores.get(row["user"])
        assert row["old"] == (old[0] if old else None), row
        assert row["new"] == standing.accept(row["user"], row["points"], row["change"]), row
        assert row["delta"] == row["new"] - (row["old"] or 0), row
        assert row["place"] == standing.place(row["user"]), row
    assert len({row["action"] for row in rows}) == len(rows)
    check_tables(world, boards, standings)
    return boards


def check_tables(world: World, boards: dict[str, list[dict]], standings: dict[str, Standing]) -> None:
    changes = {row["board"]: row["change"] for row in world.database.rows(BOARDS)}
    assert changes == {board: len(trail) for board, trail in boards.items()}
    entries = world.database.rows(ENTRIES)
    kept: dict[str, dict[str, tuple[int, int]]] = {}
    for entry in entries:
        kept.setdefault(entry["board"], {})[entry["user"]] = (entry["score"], entry["reached"])
        last = [row["change"] for row in boards[entry["board"]] if row["user"] == entry["user"]][-1]
        assert entry["last"] == last, entry
    assert kept == {board: standing.scores for board, standing in standings.items()}
    counted: dict[tuple, int] = {}
    for entry in entries:
        for shift in range(0, 49, 8):
            place = (entry["board"], shift, entry["key"] >> shift)
            counted[place] = counted.get(place, 0) + 1
    assert counted == {(row["board"], row["shift"], row["prefix"]): row["players"] for row in world.database.rows(TALLY)}


def check_answers(boards: dict[str, list[dict]], actions: list[Action]) -> None:
    """Every 200 has its row, says what the row says, and is the same whenever it was asked for."""
    rows = {row["action"]: row for trail in boards.values() for row in trail}
    for action in actions:
        row = rows.get(action.id.replace("-", ""))
        if action.board is None:
            assert not action.answers and row is None, f"a cheat counted: {action}"
            continue
        assert not action.refusals, f"what is valid was refused: {action}"
        assert action.answers and row is not None, f"not accepted in the end: {action}"
        assert len(set(action.answers)) == 1, f"answers differ: {action}"
        assert json.loads(action.answers[0]) == {
            "success": True, "data": {"new_score": row["new"], "rank": row["place"], "score_delta": row["delta"]}}


def check_sums(tops: dict[str, dict], players: dict[str, str], actions: list[Action]) -> None:
    """The published scores are what the clients' accepted actions add up to: the trail has no say here."""
    sums: dict[str, int] = {}
    for action in actions:
        if action.board == "race":
            points = POINTS.get(action.body["action_type"], action.body.get("value"))
            sums[players[action.user]] = sums.get(players[action.user], 0) + points
    assert {entry["player"]: entry["score"] for entry in tops["race"]["entries"]} == sums


def check_watcher(watcher: Watcher, top: dict, trail: list[dict]) -> None:
    """The stream that was pieced together is the final board, and each change was told as it is written."""

    def known(entry: dict) -> tuple:
        return entry["name"], entry["score"], entry["last_updated"]

    assert {player: known(entry) for player, entry in watcher.list.items()} == {
        entry["player"]: known(entry) for entry in top["entries"]}
    for number, message in watcher.told.items():
        row, entry = trail[number - 1], message["entry"]
        assert (entry["player"], entry["score"], entry["rank"], message["score_delta"]) == (
            row["player"], row["new"], row["place"], row["delta"])


def boards_of_types() -> set[str]:
    return {board for board, _ in TYPES.values()}
