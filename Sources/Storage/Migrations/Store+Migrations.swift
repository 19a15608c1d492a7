import MariaDB

extension Store {
    /// How long the lock holds without being renewed: what the next start waits after this process was killed.
    private static let lockSeconds: Int64 = 30
    private static let renewal: Duration = .seconds(8)
    /// The server's number for a table that is there already.
    private static let tableExists = 1050
    private static let nextAttempt: Duration = .milliseconds(500)

    /// Applies what is pending, in order, under a lock. Does nothing where nothing is.
    ///
    /// - Parameter patience: how long to wait for another process that is migrating, or was killed while it did.
    /// - Throws: `StorageError` where the database is newer than the program, was migrated by other wording, or is
    ///   still being migrated by another process.
    @discardableResult
    package func migrate(patience: Duration = .seconds(45)) async throws -> SchemaStatus {
        let before = try await schemaStatus()
        if before.pending == 0 { return before }
        let owner = try await lockMigrations(patience: patience)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await renewLock(owner) }
                defer { group.cancelAll() }
                try await pool.withConnection { connection in try await applyPending(on: connection) }
            }
        } catch {
            try await unlockMigrations(owner)
            throw error
        }
        try await unlockMigrations(owner)
        return try await schemaStatus()
    }

    /// Which migrations are applied and which are pending.
    ///
    /// - Throws: `StorageError.newerSchema` and `.changedMigration`, so that no command runs on a schema it does not
    ///   understand.
    package func schemaStatus() async throws -> SchemaStatus {
        let applied = try await pool.withConnection { connection in
            try await createBookkeeping(on: connection)
            return try await appliedMigrations(on: connection)
        }
        if let newest = applied.map(\.number).max(), newest > Migration.all.count {
            throw StorageError.newerSchema(database: newest, program: Migration.all.count)
        }
        for (step, known) in zip(applied, Migration.all) where step.checksum != known.checksum {
            throw StorageError.changedMigration(number: step.number)
        }
        let pending = Migration.all.dropFirst(applied.count)
        return SchemaStatus(
            steps: applied.map { .init(number: $0.number, name: $0.name, appliedAt: $0.appliedAt) }
                + pending.map { .init(number: $0.number, name: $0.name, appliedAt: nil) })
    }

    private struct Applied: Sendable {
        let number: Int
        let name: String
        let checksum: String
        let appliedAt: String
    }

    private func createBookkeeping(on connection: Connection) async throws {
        _ = try await connection.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
              number INT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(64) NOT NULL, checksum CHAR(64) NOT NULL,
              applied_at DATETIME(3) NOT NULL
            ) ENGINE=InnoDB CHARACTER SET ascii COLLATE ascii_bin
            """)
        _ = try await connection.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_lock (
              id TINYINT UNSIGNED NOT NULL PRIMARY KEY, owner CHAR(36) NOT NULL, until DATETIME(3) NOT NULL
            ) ENGINE=InnoDB CHARACTER SET ascii COLLATE ascii_bin
            """)
    }

    private func appliedMigrations(on connection: Connection) async throws -> [Applied] {
        try await connection.query(
            "SELECT number, name, checksum, CAST(applied_at AS CHAR) FROM schema_migration ORDER BY number"
        ) { row throws(DatabaseError) in
            Applied(
                number: try row.int(0), name: try row.text(1), checksum: try row.text(2), appliedAt: try row.text(3))
        }
    }

    private func applyPending(on connection: Connection) async throws {
        let applied = try await appliedMigrations(on: connection).count
        for migration in Migration.all.dropFirst(applied) {
            for statement in migration.statements {
                try await apply(statement, on: connection)
            }
            switch migration.rewrite {
            case .compactHistory: try await compactHistory(on: connection)
            case nil: break
            }
            _ = try await connection.execute(
                "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (?, ?, ?, NOW(3))",
                [.integer(Int64(migration.number)), .text(migration.name), .text(migration.checksum)])
        }
    }

    /// A table that is there already was made by a run that was interrupted.
    private func apply(_ statement: String, on connection: Connection) async throws {
        do {
            _ = try await connection.execute(statement)
        } catch {
            guard error.code == Self.tableExists else { throw error }
        }
    }

    /// One row is the lock, so that it holds on every node of a cluster.
    private func lockMigrations(patience: Duration) async throws -> ClaimOwner {
        let owner = ClaimOwner()
        let deadline = ContinuousClock.now + patience
        while true {
            let isTaken = try await pool.withConnection { connection in
                _ = try await connection.execute("INSERT IGNORE INTO schema_lock VALUES (1, '', '2000-01-01')")
                return try await connection.execute(
                    """
                    UPDATE schema_lock SET owner = ?, until = NOW(3) + INTERVAL ? SECOND
                    WHERE id = 1 AND until < NOW(3)
                    """, [.text(owner.text), .integer(Self.lockSeconds)]
                ).affectedRows == 1
            }
            if isTaken { return owner }
            guard ContinuousClock.now < deadline else { throw StorageError.migrationRunning }
            try await Task.sleep(for: Self.nextAttempt)
        }
    }

    /// Keeps the lock until it is cancelled.
    private func renewLock(_ owner: ClaimOwner) async throws {
        while true {
            try await Task.sleep(for: Self.renewal)
            try await pool.withConnection { connection in
                _ = try await connection.execute(
                    "UPDATE schema_lock SET until = NOW(3) + INTERVAL ? SECOND WHERE id = 1 AND owner = ?",
                    [.integer(Self.lockSeconds), .text(owner.text)])
            }
        }
    }

    private func unlockMigrations(_ owner: ClaimOwner) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "UPDATE schema_lock SET until = '2000-01-01' WHERE id = 1 AND owner = ?", [.text(owner.text)])
        }
    }
}
