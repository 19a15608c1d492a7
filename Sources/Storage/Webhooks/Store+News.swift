import MariaDB
package import Rankings

extension Store {
    /// What waits to be told, and what was given up, oldest first.
    ///
    /// - Parameter onlyDead: leaves out what is still tried.
    package func waitingNews(onlyDead: Bool, limit: Int) async throws -> [WaitingNews] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT s.id, s.hook, s.kind, b.name, s.happened_ms, s.attempts, s.due_ms, s.dead_ms IS NOT NULL,
                  s.reason
                FROM score_event s JOIN score_board b ON b.id = s.board_id
                WHERE s.dead_ms IS NOT NULL OR NOT ? ORDER BY s.id LIMIT ?
                """, [.integer(onlyDead ? 1 : 0), .integer(limit)]
            ) { row throws(DatabaseError) in
                WaitingNews(
                    id: try row.int64(0), hook: try row.text(1), kind: try row.text(2), board: try row.text(3),
                    at: Instant(unixMilliseconds: try row.int64(4)), attempts: try row.int(5),
                    due: Instant(unixMilliseconds: try row.int64(6)), isDead: try row.bool(7),
                    reason: try row.textOrNil(8))
            }
        }
    }

    /// Has what was given up tried again, at once and for as long as anything new.
    ///
    /// - Parameters:
    ///   - hook: of one who is told; nil of all.
    ///   - id: of one alone; nil all.
    /// - Returns: how many.
    package func retryNews(of hook: String?, id: Int64?, now: Instant) async throws -> Int {
        let at = now.unixMilliseconds
        return try await pool.transaction { connection in
            // First those who are told, as whoever tells them locks them first.
            _ = try await connection.execute(
                "UPDATE score_webhook SET due_ms = 0, failures = 0 WHERE hook = COALESCE(?, hook)", [.optional(hook)])
            return try await connection.execute(
                """
                UPDATE score_event SET dead_ms = NULL, attempts = 0, due_ms = ?, queued_ms = ?
                WHERE dead_ms IS NOT NULL AND hook = COALESCE(?, hook) AND id = COALESCE(?, id)
                """, [.integer(at), .integer(at), .optional(hook), .optional(id)]
            ).affectedRows
        }
    }
}
