package import MariaDB
import Rankings
import Synchronization

/// The lists of scores that were submitted, as the API's own account of the database sees them.
package struct ScoreStore: Sendable {
    /// Times a call is made in all that loses against others.
    private static let attemptLimit = 5
    /// The server's numbers for a table that does not exist, and one that the account may not read.
    private static let unusableTable: Set<UInt32> = [1146, 1142]
    /// Those for an account that may make no call.
    private static let deniedRoutine: Set<UInt32> = [1370, 1227, 1142]
    /// The migration that made the last of the tables.
    private static let leastSchema = Migration.webhooks.number

    let pool: Pool
    /// Where submissions are accepted.
    let writers: Pool
    let lists = ListNumbers()

    /// - Parameter writers: connections of their own for submissions; without them those of the pool. A few do more
    ///   than many: whoever accepts one holds its list's row, and to wake the next costs the server as much as the
    ///   call.
    package init(pool: Pool, writers: Pool? = nil) {
        self.pool = pool
        self.writers = writers ?? pool
    }

    /// Ends all connections.
    package func close() async {
        await pool.close()
        if writers !== pool { await writers.close() }
    }

    /// Makes sure that tables and calls are there; makes the calls where they are missing and the account may.
    ///
    /// - Throws: `StorageError.scoresNotReady` with what is to be done.
    package func prepare() async throws {
        try await requireTables()
        let missing = try await missingRoutines()
        if missing.isEmpty { return }
        do {
            try await installRoutines()
        } catch let error as DatabaseError where error.isAccessDenied || Self.deniedRoutine.contains(error.code) {
            throw StorageError.scoresNotReady(missing: "the call \(missing[0])")
        }
    }

    /// Makes the calls. Wants an account that may.
    package func installRoutines() async throws {
        try await pool.withConnection { connection in
            for routine in ScoreRoutine.all { _ = try await connection.run(routine.statement) }
        }
    }

    private func requireTables() async throws {
        let missing = StorageError.scoresNotReady(missing: "the tables of scores")
        do {
            let newest = try await pool.withConnection { connection in
                try await connection.query("SELECT MAX(number) FROM schema_migration") { row throws(DatabaseError) in
                    try row.intOrNil(0)
                }
            }
            if newest.first.flatMap(\.self) ?? 0 < Self.leastSchema { throw missing }
            // The newest table: an account of before may not read it.
            _ = try await pool.withConnection { connection in
                try await connection.execute("SELECT 1 FROM score_recalc_source LIMIT 0")
            }
        } catch let error as DatabaseError where Self.unusableTable.contains(error.code) {
            throw missing
        }
    }

    private func missingRoutines() async throws -> [String] {
        let found = try await pool.withConnection { connection in
            try await connection.query(
                "SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()"
            ) { row throws(DatabaseError) in try row.text(0) }
        }
        return ScoreRoutine.all.map(\.name).filter { !found.contains($0) }
    }

    /// Makes one of the calls and decodes its only row.
    func call<Value: Sendable>(
        _ routine: ScoreRoutine, _ values: [MariaDB.Value],
        _ decode: @Sendable (borrowing MariaDB.Row) throws(DatabaseError) -> Value
    ) async throws -> Value {
        try await pool.withConnection { connection in
            try await connection.perform { connection in try Self.call(routine, values, on: connection, decode) }
        }
    }

    /// The same on a connection. One that lost against another is made again: it was undone.
    static func call<Value: Sendable>(
        _ routine: ScoreRoutine, _ values: [MariaDB.Value], on connection: isolated Connection,
        _ decode: @Sendable (borrowing MariaDB.Row) throws(DatabaseError) -> Value
    ) throws -> Value {
        let placeholders = Array(repeating: "?", count: values.count).joined(separator: ", ")
        var attempt = 1
        while true {
            do {
                let rows = try connection.query("CALL \(routine.name)(\(placeholders))", values, decode)
                guard let row = rows.first else { preconditionFailure("\(routine.name) answers with a row") }
                return row
            } catch {
                guard error.isConflict, attempt < attemptLimit else { throw error }
                attempt += 1
            }
        }
    }
}
