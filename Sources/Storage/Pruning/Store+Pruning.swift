import History
import MariaDB
package import Rankings

extension Store {
    /// Rows that are removed in one transaction.
    private static let batch = 20_000

    /// Events of a game that closed at or before the instant, are settled, and still have players, oldest first.
    package func prunableEvents(of game: GameID, closedBy instant: Instant) async throws -> [PrunableEvent] {
        let boards = try await select(
            """
            WHERE g.name = ? AND e.closes_at <= ?
              AND NOT EXISTS (SELECT 1 FROM board o WHERE o.event_id = e.id AND (o.is_settled = 0 OR o.closes_at > ?))
              AND EXISTS (SELECT 1 FROM board o JOIN player_change c ON c.board_id = o.id WHERE o.event_id = e.id)
            ORDER BY e.closes_at, e.id, b.position
            """, [.text(game.rawValue), .integer(instant.unixMilliseconds), .integer(instant.unixMilliseconds)])
        let events = Dictionary(grouping: boards, by: \.event.id)
        var found: [PrunableEvent] = []
        for (event, boards) in events.sorted(by: { $0.value[0].event.times.closes < $1.value[0].event.times.closes }) {
            var changes = 0
            for board in boards { changes += try await playerChanges(of: board) }
            let closed = (boards.map(\.board.times.closes) + [boards[0].event.times.closes]).max()
            found.append(
                PrunableEvent(
                    event: event, closed: closed ?? instant, boards: boards.map(\.board.id), changes: changes))
        }
        return found
    }

    /// Removes the players from every standing of a board, and marks it: from then on nothing shows them. Borders,
    /// outcomes and forecasts stay. May be done again; `finishPruning` comes after it.
    ///
    /// - Returns: by how many bytes the deltas of its slots are shorter.
    package func beginPruning(_ id: BoardID, now: Instant) async throws -> Int {
        let stored = try await board(id)
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "UPDATE board SET pruned_at = ? WHERE id = ? AND pruned_at IS NULL",
                [.integer(now.unixMilliseconds), .integer(stored.number)])
        }
        numbers.update { $0.boards[id] = nil }
        return try await rewriteHistory(of: stored.number) { Snapshot(borders: $0.borders) }
    }

    /// Removes the players' series of a board, in bounded transactions. As long as it has any, the board's event counts
    /// as not done.
    ///
    /// - Returns: how many rows went.
    package func finishPruning(_ id: BoardID) async throws -> Int {
        let stored = try await board(id)
        try await pool.withConnection { connection in
            for (noted, column) in [("released_name", "name_id"), ("released_player", "player_id")] {
                _ = try await connection.execute(
                    """
                    INSERT IGNORE INTO \(noted) SELECT DISTINCT \(column) FROM player_change
                    WHERE board_id = ? AND \(column) IS NOT NULL
                    """, [.integer(stored.number)])
            }
        }
        var removed = 0
        while true {
            let batch = try await pool.transaction { connection in
                try await connection.execute(
                    "DELETE FROM player_change WHERE board_id = ? ORDER BY player_id, slot LIMIT ?",
                    [.integer(stored.number), .integer(Int64(Self.batch))]
                ).affectedRows
            }
            removed += batch
            if batch < Self.batch { return removed }
        }
    }

    /// Removes the names and players that nobody's history refers to any more. Reads all series once where there may be
    /// any, and nothing where not.
    package func removeReleased() async throws -> PrunedRows {
        let swept = try await sweepReleased()
        var rows = PrunedRows()
        (rows.names, rows.players) = swept
        return rows
    }

    private func playerChanges(of stored: StoredBoard) async throws -> Int {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT COUNT(*) FROM player_change WHERE board_id = ?", [.integer(stored.number)]
            ) { row throws(DatabaseError) in try row.int(0) }
        }.first ?? 0
    }
}
