import MariaDB
package import Rankings

extension Store {
    /// The most files that wait: some thousand boards with their pages. What comes beyond displaces what waits longest.
    package static let purgeLimit = 20_000

    /// Has the copies of published files purged. One that waits already is not queued twice.
    ///
    /// - Returns: how many others were given up for them, because the queue is full.
    @discardableResult
    package func queuePurges(of paths: [String], now: Instant, limit: Int = Store.purgeLimit) async throws -> Int {
        let paths = Set(paths).sorted()
        if paths.isEmpty { return 0 }
        let at = now.unixMilliseconds
        return try await pool.transaction { connection in
            _ = try await connection.executeBatch(
                """
                INSERT INTO cache_purge (path, queued_ms, due_ms) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE version = version + 1, due_ms = IF(attempts = 0, VALUES(due_ms), due_ms)
                """,
                [
                    .texts(paths), .integers(Array(repeating: at, count: paths.count)),
                    .integers(Array(repeating: at, count: paths.count)),
                ])
            let waiting = try await connection.query("SELECT COUNT(*) FROM cache_purge") {
                row throws(DatabaseError) in try row.int(0)
            }
            let excess = (waiting.first ?? 0) - limit
            guard excess > 0 else { return 0 }
            return try await connection.execute(
                "DELETE FROM cache_purge ORDER BY queued_ms, path LIMIT ?", [.integer(excess)]
            ).affectedRows
        }
    }

    /// Takes purges that are due, longest waiting first. Nobody else gets them until the lease ends.
    package func takePurges(atMost limit: Int, now: Instant, lease: Duration) async throws -> [QueuedPurge] {
        try await pool.transaction { connection in
            let taken = try await connection.query(
                """
                SELECT path, version, queued_ms, attempts FROM cache_purge WHERE due_ms <= ?
                ORDER BY due_ms, path LIMIT ? FOR UPDATE SKIP LOCKED
                """, [.integer(now.unixMilliseconds), .integer(limit)]
            ) { row throws(DatabaseError) in
                QueuedPurge(
                    path: try row.text(0), version: try row.int64(1),
                    queued: Instant(unixMilliseconds: try row.int64(2)), attempts: try row.int(3))
            }
            if taken.isEmpty { return [] }
            let until = (now + lease).unixMilliseconds
            _ = try await connection.executeBatch(
                "UPDATE cache_purge SET due_ms = ? WHERE path = ?",
                [.integers(taken.map { _ in until }), .texts(taken.map(\.path))])
            return taken
        }
    }

    /// Drops purges that are done. Those whose file changed meanwhile stay, and are due at once.
    package func concludePurges(_ purges: [QueuedPurge], now: Instant) async throws {
        if purges.isEmpty { return }
        let keys: [Column] = [.texts(purges.map(\.path)), .integers(purges.map(\.version))]
        try await pool.transaction { connection in
            _ = try await connection.executeBatch("DELETE FROM cache_purge WHERE path = ? AND version = ?", keys)
            _ = try await connection.executeBatch(
                "UPDATE cache_purge SET due_ms = ?, queued_ms = ?, attempts = 0 WHERE path = ?",
                [
                    .integers(purges.map { _ in now.unixMilliseconds }),
                    .integers(purges.map { _ in now.unixMilliseconds }), keys[0],
                ])
        }
    }

    /// Has purges that failed tried again, and drops those that were queued too long ago.
    ///
    /// - Parameter due: of each, in their order.
    /// - Returns: how many were dropped.
    @discardableResult
    package func postponePurges(
        _ purges: [QueuedPurge], due: [Instant], droppingQueuedBefore oldest: Instant
    ) async throws -> Int {
        precondition(purges.count == due.count, "an instant for each")
        if purges.isEmpty { return 0 }
        return try await pool.transaction { connection in
            _ = try await connection.executeBatch(
                "UPDATE cache_purge SET due_ms = ?, attempts = ? WHERE path = ?",
                [
                    .integers(due.map(\.unixMilliseconds)),
                    .integers(purges.map { Int64(min($0.attempts + 1, Self.attemptLimit)) }),
                    .texts(purges.map(\.path)),
                ])
            return try await connection.execute(
                "DELETE FROM cache_purge WHERE queued_ms < ? AND attempts > 0", [.integer(oldest.unixMilliseconds)]
            ).affectedRows
        }
    }

    /// How many purges wait.
    package func purgeCount() async throws -> Int {
        try await pool.withConnection { connection in
            let counts = try await connection.query("SELECT COUNT(*) FROM cache_purge") {
                row throws(DatabaseError) in try row.int(0)
            }
            return counts.first ?? 0
        }
    }

    /// What the column holds.
    private static let attemptLimit = 60_000
}
