import History
import MariaDB
package import Rankings

extension Store {
    /// Removes what tells who a player is: the upstream's id and every name, from all of history. Scores and ranks stay
    /// under the pseudonym, and from then on no name or id of theirs is recorded again.
    ///
    /// It may be interrupted anywhere and done again. A player the store never saw is remembered as forgotten, too.
    package func forget(_ forgotten: ForgottenPlayer, now: Instant) async throws {
        let (player, game) = try await noted(forgotten)
        for board in try await boards(showing: player, inGame: game) { try await removeName(of: player, from: board) }
        try await sweepReleased()
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "UPDATE forgotten_player SET erased_at = ? WHERE player_id = ? AND erased_at IS NULL",
                [.integer(now.unixMilliseconds), .integer(player)])
        }
    }

    /// Only the first step of it, which is short: the upstream's id goes, and no name is recorded any more. Names of
    /// before are still there.
    package func noteForgotten(_ forgotten: ForgottenPlayer) async throws { _ = try await noted(forgotten) }

    private func noted(_ forgotten: ForgottenPlayer) async throws -> (player: Int64, game: Int64) {
        let game = try await pool.withConnection { connection in
            try await number(of: forgotten.game, on: connection)
        }
        let player = try await pool.transaction { connection in
            try await remember(forgotten, inGame: game, on: connection)
        }
        numbers.update { tables in
            tables.players = tables.players.filter { $0.value != player }
            tables.forgotten.insert(player)
        }
        return (player, game)
    }

    /// Whoever is forgotten, in the order in which they were.
    package func forgottenPlayers() async throws -> [StoredForgottenPlayer] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT g.name, p.pseudonym, f.forgotten_at, f.erased_at FROM forgotten_player f
                JOIN player p ON p.id = f.player_id JOIN game g ON g.id = p.game_id
                ORDER BY f.forgotten_at, g.name, p.pseudonym
                """
            ) { row throws(DatabaseError) in
                StoredForgottenPlayer(
                    forgotten: ForgottenPlayer(
                        game: GameID(rawValue: try row.text(0)), player: Pseudonym(value: try row.uint64(1)),
                        at: Instant(unixMilliseconds: try row.int64(2))),
                    erasedAt: try row.int64OrNil(3).map(Instant.init(unixMilliseconds:)))
            }
        }
    }

    /// From the commit of this on, whoever records finds out that the player is forgotten.
    private func remember(
        _ forgotten: ForgottenPlayer, inGame game: Int64, on connection: Connection
    ) async throws -> Int64 {
        _ = try await connection.execute(
            """
            INSERT INTO player (game_id, upstream_id, pseudonym) VALUES (?, NULL, ?)
            ON DUPLICATE KEY UPDATE upstream_id = NULL
            """, [.integer(game), .unsigned(forgotten.player.value)])
        let found = try await connection.query(
            "SELECT id FROM player WHERE game_id = ? AND pseudonym = ?",
            [.integer(game), .unsigned(forgotten.player.value)]
        ) { row throws(DatabaseError) in try row.int64(0) }
        guard let player = found.first else { throw StorageError.notNumbered(what: "a forgotten player") }
        _ = try await connection.execute(
            "INSERT IGNORE INTO forgotten_player (player_id, forgotten_at) VALUES (?, ?)",
            [.integer(player), .integer(forgotten.at.unixMilliseconds)])
        return player
    }

    /// The numbers of the game's boards that have the player in their history.
    func boards(showing player: Int64, inGame game: Int64) async throws -> [Int64] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT b.id FROM board b JOIN event e ON e.id = b.event_id WHERE e.game_id = ?
                  AND EXISTS (SELECT 1 FROM player_change c WHERE c.board_id = b.id AND c.player_id = ?) ORDER BY b.id
                """, [.integer(game), .integer(player)]
            ) { row throws(DatabaseError) in try row.int64(0) }
        }
    }

    /// The series go last: as long as they have a name, the board is not done.
    private func removeName(of player: Int64, from board: Int64) async throws {
        try await rewriteHistory(of: board) { $0.withoutName(of: player) }
        try await pool.transaction { connection in
            _ = try await connection.execute(
                """
                INSERT IGNORE INTO released_name SELECT DISTINCT name_id FROM player_change
                WHERE board_id = ? AND player_id = ? AND name_id IS NOT NULL
                """, [.integer(board), .integer(player)])
            let repeated = try await slotsOfRenamings(of: player, on: board, connection)
            if !repeated.isEmpty {
                _ = try await connection.executeBatch(
                    "DELETE FROM player_change WHERE board_id = ? AND player_id = ? AND slot = ?",
                    [
                        .integers(repeated.map { _ in board }), .integers(repeated.map { _ in player }),
                        .integers(repeated),
                    ])
            }
            _ = try await connection.execute(
                "UPDATE player_change SET name_id = NULL WHERE board_id = ? AND player_id = ?",
                [.integer(board), .integer(player)])
        }
    }

    /// The slots at which nothing but the player's name changed: without names nothing happened there.
    private func slotsOfRenamings(of player: Int64, on board: Int64, _ connection: Connection) async throws -> [Int64] {
        let rows = try await connection.query(
            """
            SELECT slot, `rank`, score FROM player_change WHERE board_id = ? AND player_id = ? ORDER BY slot FOR UPDATE
            """, [.integer(board), .integer(player)]
        ) { row throws(DatabaseError) in
            (slot: try row.int64(0), rank: try row.intOrNil(1), score: try row.int64OrNil(2))
        }
        return zip(rows, rows.dropFirst()).filter { $0.rank == $1.rank && $0.score == $1.score }.map { $1.slot }
    }
}

extension Snapshot {
    /// The snapshot as if the player had never been called anything.
    fileprivate func withoutName(of player: Int64) -> Snapshot {
        guard rows.contains(where: { $0.player == player }) else { return self }
        return Snapshot(
            rows: rows.map { row in
                guard row.player == player else { return row }
                return Row(
                    rank: row.rank, player: row.player, name: History.Row.noName, score: row.score,
                    scoredAt: row.scoredAt)
            }, borders: borders)
    }
}
