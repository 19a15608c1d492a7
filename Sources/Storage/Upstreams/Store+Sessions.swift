import MariaDB
import Rankings

extension Store {
    /// Takes an account's session where nobody holds it, by the database's clock.
    ///
    /// - Parameter lease: how long it is held at most.
    /// - Returns: whether it was taken, and what is kept of it; nil before the first.
    package func takeSession(
        of account: String, holder: ClaimOwner, lease: Duration
    ) async throws -> (isTaken: Bool, sealed: [UInt8]?) {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "INSERT IGNORE INTO upstream_session (account, holder, until) VALUES (?, ?, '2000-01-01')",
                [.text(account), .bytes(holder.bytes)])
            let taken = try await connection.execute(
                """
                UPDATE upstream_session SET holder = ?, until = NOW(3) + INTERVAL ? MICROSECOND
                WHERE account = ? AND until < NOW(3)
                """,
                [.bytes(holder.bytes), .integer(lease.wholeMilliseconds * 1000), .text(account)])
            guard taken.affectedRows == 1 else { return (false, nil) }
            let kept = try await connection.query(
                "SELECT sealed FROM upstream_session WHERE account = ?", [.text(account)]
            ) { row throws(DatabaseError) in row.isNull(0) ? nil : try row.bytes(0) }
            return (true, kept.first ?? nil)
        }
    }

    /// Lets a session go, and keeps what it has become. Nothing happens where another one holds it by now.
    ///
    /// - Returns: whether it was still held.
    @discardableResult
    package func releaseSession(of account: String, holder: ClaimOwner, keeping sealed: [UInt8]?) async throws -> Bool {
        try await pool.withConnection { connection in
            try await connection.execute(
                """
                UPDATE upstream_session SET sealed = ?, until = '2000-01-01' WHERE account = ? AND holder = ?
                """, [.optional(sealed), .text(account), .bytes(holder.bytes)]
            ).affectedRows == 1
        }
    }
}
