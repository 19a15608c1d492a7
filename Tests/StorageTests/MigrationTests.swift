import MariaDB
import Rankings
import TestSupport
import Testing

@testable import Storage

@Suite struct MigrationTests {
    @Test func migratingTwiceChangesNothing() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            let before = try await store.schemaStatus()
            let first = try await store.migrate()
            let second = try await store.migrate()
            #expect(before.version == 0 && before.pending > 0)
            #expect(first.pending == 0)
            #expect(first == second)
        }
    }

    @Test func newerDatabaseIsRefused() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            let known = try await store.migrate().version
            try await execute(
                "INSERT INTO schema_migration VALUES (\(known + 1), 'later', REPEAT('0', 64), NOW())", pool)
            await #expect(throws: StorageError.newerSchema(database: known + 1, program: known)) {
                try await store.migrate()
            }
        }
    }

    @Test func changedMigrationIsRefused() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            try await store.migrate()
            try await execute("UPDATE schema_migration SET checksum = REPEAT('0', 64) WHERE number = 1", pool)
            await #expect(throws: StorageError.changedMigration(number: 1)) { try await store.migrate() }
        }
    }

    @Test func migrationUnderWayKeepsOthersOut() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            _ = try await store.schemaStatus()
            try await execute("INSERT INTO schema_lock VALUES (1, 'another', NOW(3) + INTERVAL 1 HOUR)", pool)
            await #expect(throws: StorageError.migrationRunning) { try await store.migrate(patience: .zero) }
        }
    }

    @Test func migrationThatWasInterruptedGoesOn() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            _ = try await store.schemaStatus()
            for statement in Migration.initial.statements.prefix(4) { try await execute(statement, pool) }
            #expect(try await store.migrate().pending == 0)
        }
    }

    @Test func lockOfAKilledProcessIsWaitedFor() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let store = Store(pool: pool, pseudonyms: StoreFixture.key)
            _ = try await store.schemaStatus()
            try await execute("INSERT INTO schema_lock VALUES (1, 'killed', NOW(3) + INTERVAL 1 SECOND)", pool)
            #expect(try await store.migrate().pending == 0)
        }
    }

    private func execute(_ sql: String, _ pool: Pool) async throws {
        try await pool.withConnection { connection in _ = try await connection.execute(sql) }
    }
}
