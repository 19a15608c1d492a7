import MariaDB
import Storage
import TestSupport
import Testing

/// What a restore asks of a schema, in any state of it.
@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd")) struct RestoringTests {
    @Test func aMigratedSchemaHoldsNoDataAndAUsedOneNamesItsTable() async throws {
        try await TestDatabase.withSchema { pool, _ in
            #expect(try await Store.tableWithData(through: pool) == nil)
            let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(repeating: 7, count: 32)))
            #expect(try await store.migrate().version == Store.schemaVersion)
            #expect(try await Store.tableWithData(through: pool) == nil)
            try await run("CREATE TABLE `a``b` (c INT); INSERT INTO `a``b` VALUES (1)", pool)
            #expect(try await Store.tableWithData(through: pool) == "a`b")
        }
    }

    @Test func everythingGoesWhateverRefersToWhat() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await run(
                """
                CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (a INT, FOREIGN KEY (a) REFERENCES a (id));
                CREATE VIEW v AS SELECT id FROM a; INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)
                """, pool)
            try await Store.dropEverything(through: pool)
            #expect(try await Store.tableWithData(through: pool) == nil)
            try await run("CREATE TABLE a (id INT); CREATE TABLE v (id INT)", pool)
        }
    }

    @Test func connectionsOfOthersAreCounted() async throws {
        try await TestDatabase.withSchema(maximumConnections: 1) { pool, endpoint in
            #expect(try await Store.otherConnections(through: pool) == 0)
            let other = try await Connection.open(endpoint)
            #expect(try await Store.otherConnections(through: pool) == 1)
            await other.close()
        }
    }

    private func run(_ script: String, _ pool: Pool) async throws {
        try await pool.withConnection { connection in
            for statement in script.split(separator: ";") { _ = try await connection.run(String(statement)) }
        }
    }
}
