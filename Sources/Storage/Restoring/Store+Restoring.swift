package import MariaDB

/// What a restore asks of the schema that is selected, whatever version of it is there, or none.
extension Store {
    /// Tables that migrating alone leaves rows in.
    private static let bookkeepingTables: Set<String> = ["schema_migration", "schema_lock"]

    /// The newest schema this program understands.
    package static var schemaVersion: Int { Migration.all.count }

    /// The first table that holds a row of data; nil where there is none, as in a schema that is empty or was only
    /// migrated.
    package static func tableWithData(through pool: Pool) async throws -> String? {
        try await pool.withConnection { connection in
            for table in try await tables(on: connection) where !table.isView {
                if bookkeepingTables.contains(table.name) { continue }
                let rows = try await connection.query("SELECT 1 FROM \(quoted(table.name)) LIMIT 1") {
                    row throws(DatabaseError) in try row.int64(0)
                }
                if !rows.isEmpty { return table.name }
            }
            return nil
        }
    }

    /// How many other connections have the schema selected, as far as this user may see them.
    package static func otherConnections(through pool: Pool) async throws -> Int {
        try await pool.withConnection { connection in
            let counts = try await connection.query(
                """
                SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()
                """
            ) { row throws(DatabaseError) in Int(try row.int64(0)) }
            return counts.first ?? 0
        }
    }

    /// Removes every table and view of the schema, with all that is in them.
    package static func dropEverything(through pool: Pool) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.run("SET SESSION foreign_key_checks = 0")
            for table in try await tables(on: connection) {
                _ = try await connection.run("DROP \(table.isView ? "VIEW" : "TABLE") \(quoted(table.name))")
            }
            _ = try await connection.run("SET SESSION foreign_key_checks = 1")
        }
    }

    private static func tables(on connection: Connection) async throws -> [(name: String, isView: Bool)] {
        try await connection.query(
            """
            SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = DATABASE()
            ORDER BY table_name
            """
        ) { row throws(DatabaseError) in
            (name: try row.text(0), isView: try row.text(1) == "VIEW")
        }
    }

    private static func quoted(_ name: String) -> String { "`\(name.replacing("`", with: "``"))`" }
}
