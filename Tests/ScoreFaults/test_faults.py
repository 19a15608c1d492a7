"""Clients, servers and the database fail again and again; what was answered stays true.

    Scripts/test-scores [--seconds 35] [--seed 7] [--clients 64]
"""

import asyncio
import time

import pytest

import oracle
from connection import Connection, request_bytes
from faults import DECK, Faults
from player import Action, Player
from watcher import Watcher
from world import World

REPLICAS = 3
WATCHERS_OF_A_BOARD = 3
# Of all actions that were valid, how many are accepted while things go wrong.
LEAST_ACCEPTED = 0.95


async def trial(world: World, clients: int, seconds: float, seed: int):
    await world.start()
    # Some users play on two devices at the same time.
    players = [Player(world, number, f"user-{number % max(clients * 3 // 4, 1)}", seed) for number in range(clients)]
    watchers = [Watcher(world, board, number, seed)
                for board in sorted(oracle.boards_of_types()) for number in range(WATCHERS_OF_A_BOARD)]
    faults = Faults(world, seed)
    until = time.monotonic() + seconds
    async with asyncio.TaskGroup() as group:
        for player in players:
            group.create_task(player.play(until))
        for watcher in watchers:
            group.create_task(watcher.watch(until))
        group.create_task(faults.run(until))
    async with asyncio.TaskGroup() as group:
        for player in players:
            group.create_task(player.settle())
    return players, watchers, faults


async def ask(world: World, target: str, token: str | None = None) -> dict:
    connection = Connection(world.ports()[0])
    try:
        answer = await connection.ask(request_bytes("GET", target, token))
    finally:
        connection.abort()
    assert answer.status == 200, f"{target}: {answer.status} {answer.body}"
    return answer.data


async def check_history(world: World, player: Player, boards: dict[str, list[dict]]) -> None:
    """What a user reads of oneself, page by page, is what the trail has, newest first."""
    lines: list[dict] = []
    while True:
        before = f"&before={lines[-1]['action_id']}" if lines else ""
        page = await ask(world, f"/api/v1/users/{player.user}/history?limit=100{before}", player.token)
        lines += page["actions"]
        if len(page["actions"]) < 100:
            break
    rows = {row["action"]: row for trail in boards.values() for row in trail if row["user"] == player.user}
    assert len(lines) == len(rows)
    for line in lines:
        row = rows[line["action_id"].replace("-", "")]
        assert (line["board"], line["change"], line["points"], line["new_score"], line["rank"]) == (
            row["board"], row["change"], row["points"], row["new"], row["place"])
    for board, trail in boards.items():
        changes = [line["change"] for line in lines if line["board"] == board]
        assert sorted(changes) == [row["change"] for row in trail if row["user"] == player.user]


async def check(world: World, players: list[Player], watchers: list[Watcher]) -> dict[str, list[dict]]:
    actions = [action for player in players for action in player.actions]
    boards = oracle.check_trail(world, actions)
    oracle.check_answers(boards, actions)
    # A top list is up to a second old.
    await asyncio.sleep(1.2)
    tops = {board: await ask(world, f"/api/v1/scoreboard/top?board={board}&limit=100") for board in boards}
    names = {row["user"]: row["player"] for trail in boards.values() for row in trail}
    oracle.check_sums(tops, names, actions)
    for watcher in watchers:
        trail = boards[watcher.board]
        await watcher.catch_up(len(trail))
        oracle.check_watcher(watcher, tops[watcher.board], trail)
    for player in players[:4]:
        await check_history(world, player, boards)
    return boards


def shares(actions: list[Action]) -> tuple[float, float]:
    """Of the valid actions nobody walked away from: accepted while things went wrong, and by the first request."""
    counted = [action for action in actions if action.board is not None and not action.is_abandoned]
    return (sum(action.is_accepted_in_time for action in counted) / len(counted),
            sum(action.is_accepted_at_first for action in counted) / len(counted))


def test_what_was_answered_stays_true(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest, capsys):
    clients, seconds, seed = (request.config.getoption(name) for name in ("--clients", "--seconds", "--seed"))
    # Short: the path of a socket has to fit into 107 bytes.
    world = World(tmp_path_factory.mktemp("w"), REPLICAS)

    async def run():
        players, watchers, faults = await trial(world, clients, seconds, seed)
        return players, watchers, faults, await check(world, players, watchers)

    try:
        players, watchers, faults, boards = asyncio.run(run())
    finally:
        world.kill()
    actions = [action for player in players for action in player.actions]
    in_time, at_first = shares(actions)
    with capsys.disabled():
        print(f"\n{clients} clients, {seconds:.0f} s, seed {seed}: {sum(map(len, boards.values()))} accepted of "
              f"{len(actions)} begun in {sum(action.attempts for action in actions)} requests; accepted under faults "
              f"{in_time:.2%}, by the first request {at_first:.2%}; {faults.happened}; "
              f"{sum(watcher.comebacks for watcher in watchers)} streams taken up again, "
              f"{sum(watcher.snapshots for watcher in watchers)} snapshots")
    assert in_time >= LEAST_ACCEPTED
    assert set(faults.happened) == set(DECK), "too short for every fault to happen"
    assert sum(action.board is None for action in actions) > 0
    assert max(len(action.answers) for action in actions) > 1
    assert all(len(watcher.told) > 0 and watcher.comebacks > 0 for watcher in watchers)
