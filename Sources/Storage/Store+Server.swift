package import MariaDB
package import Rankings

extension Store {
    /// Makes a schema for the store where there is none.
    ///
    /// - Parameters:
    ///   - name: an identifier of our own, never text from outside.
    ///   - pool: connections to the server, without a schema selected.
    package static func createSchema(named name: String, through pool: Pool) async throws {
        precondition(name.allSatisfy { $0.isASCII && $0.isLetter }, "a schema's name is an identifier of our own")
        try await pool.withConnection { connection in
            _ = try await connection.execute("CREATE DATABASE IF NOT EXISTS \(name) CHARACTER SET utf8mb4")
        }
    }

    /// The server's version and the time by its clock.
    package func serverFacts() async throws -> (version: String, now: Instant) {
        let facts = try await pool.withConnection { connection in
            try await connection.query("SELECT VERSION(), CAST(ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) AS SIGNED)") {
                row throws(DatabaseError) in
                (version: try row.text(0), now: Instant(unixMilliseconds: try row.int64(1)))
            }
        }
        guard let facts = facts.first else { preconditionFailure("a SELECT of expressions has one row") }
        return facts
    }

    /// What history's tables hold and what they take on disk, in bytes; nil where the account may not ask.
    package func historyBytes() async throws -> (held: Int, onDisk: Int)? {
        do {
            return try await pool.withConnection { connection in
                try await connection.query(
                    """
                    SELECT CAST(SUM(FILE_SIZE) AS SIGNED), CAST(SUM(ALLOCATED_SIZE) AS SIGNED)
                    FROM information_schema.INNODB_SYS_TABLESPACES WHERE NAME IN (CONCAT(DATABASE(), '/slot'),
                      CONCAT(DATABASE(), '/player_change'), CONCAT(DATABASE(), '/border_hour'))
                    """
                ) { row throws(DatabaseError) in
                    row.isNull(0) ? nil : (held: try row.int(0), onDisk: try row.int(1))
                }
            }.first ?? nil
        } catch let error as DatabaseError where error.message.contains("PROCESS privilege") {
            return nil
        }
    }
}
