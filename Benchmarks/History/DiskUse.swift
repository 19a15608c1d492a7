import MariaDB

/// What the tables of a schema take on disk, every index included, once everything is written down.
enum DiskUse {
    static func bytes(of schema: String, in pool: Pool) async throws -> Int {
        try await pool.withConnection { connection in
            let tables = try await connection.query("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'") {
                row throws(DatabaseError) in try row.text(0)
            }
            // Writes every page of these tables out and holds the tables still while the files are measured.
            let names = tables.map { "`\($0)`" }.joined(separator: ", ")
            _ = try await connection.execute("FLUSH TABLES \(names) FOR EXPORT")
            let sizes = try await connection.query(
                "SELECT NAME, ALLOCATED_SIZE FROM information_schema.INNODB_SYS_TABLESPACES WHERE NAME LIKE ?",
                [.text("\(schema)/%")]
            ) { row throws(DatabaseError) in (name: try row.text(0), bytes: try row.int(1)) }
            _ = try await connection.execute("UNLOCK TABLES")
            for size in sizes.sorted(by: { $0.bytes > $1.bytes }).prefix(4) {
                report("    \(size.name): \(rounded(Double(size.bytes) / 1_048_576)) MiB")
            }
            return sizes.reduce(0) { $0 + $1.bytes }
        }
    }
}
