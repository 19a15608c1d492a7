import MariaDB

extension Store {
    /// Removes the names and players that were given up and that nobody's history refers to any more.
    ///
    /// While it looks for what refers to them it holds their rows: a reading that brings one of them back waits, and
    /// then gets a new number. Reads all series once.
    ///
    /// - Returns: how many rows went.
    @discardableResult
    func sweepReleased() async throws -> (names: Int, players: Int) {
        let names = try await sweep("player_name", noted: "released_name", referredToBy: "name_id")
        let players = try await sweep("player", noted: "released_player", referredToBy: "player_id")
        if names + players > 0 { numbers.update { $0 = NumberCache.Tables(forgotten: $0.forgotten) } }
        return (names, players)
    }

    private func sweep(_ table: String, noted: String, referredToBy column: String) async throws -> Int {
        let isAnyLeft = try await pool.withConnection { connection in
            try await dropNotesInUse(noted, column, on: connection)
            return try await isAny(noted, on: connection)
        }
        if !isAnyLeft { return 0 }
        return try await pool.transaction { connection in
            _ = try await connection.query("SELECT t.id FROM \(table) t JOIN \(noted) r ON r.id = t.id FOR UPDATE") {
                row throws(DatabaseError) in try row.int64(0)
            }
            // Once more: what was recorded before the rows were held counts.
            try await dropNotesInUse(noted, column, on: connection)
            // A forgotten player's row is what they are recognised by.
            let kept = table == "player" ? "WHERE t.id NOT IN (SELECT player_id FROM forgotten_player)" : ""
            let removed = try await connection.execute(
                "DELETE t FROM \(table) t JOIN \(noted) r ON r.id = t.id \(kept)")
            _ = try await connection.execute("DELETE FROM \(noted)")
            return removed.affectedRows
        }
    }

    /// Forgets the notes of what some board refers to.
    private func dropNotesInUse(_ noted: String, _ column: String, on connection: Connection) async throws {
        let boards = try await connection.query("SELECT id FROM board ORDER BY id") { row throws(DatabaseError) in
            try row.int64(0)
        }
        for board in boards {
            guard try await isAny(noted, on: connection) else { return }
            let used = try await connection.query(
                """
                SELECT DISTINCT c.\(column) FROM player_change c JOIN \(noted) r ON r.id = c.\(column)
                WHERE c.board_id = ?
                """, [.integer(board)]
            ) { row throws(DatabaseError) in try row.int64(0) }
            if used.isEmpty { continue }
            _ = try await connection.executeBatch("DELETE FROM \(noted) WHERE id = ?", [.integers(used)])
        }
    }

    private func isAny(_ table: String, on connection: Connection) async throws -> Bool {
        let found = try await connection.query("SELECT 1 FROM \(table) LIMIT 1") { row throws(DatabaseError) in
            try row.int(0)
        }
        return !found.isEmpty
    }
}
