import MariaDB
import Rankings
import Storage
import TestSupport
import Testing

@Suite struct AnalystTests {
    @Test func analystSeesTheViewsAlone() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(
                minute: 0, entries: [entry("a", 50, rank: 1, name: "名前")], borders: [Border(rank: 100, score: 7)])
            let account = try AnalystAccount(name: "t\(fixture.endpoint.database ?? "")", host: "localhost")
            let password = try await fixture.store.addAnalyst(account, statementSeconds: 7)
            try await asAnalyst(account, password, fixture) { connection in
                let latest = try await connection.query(
                    "SELECT list, `rank`, player, name, score FROM v_standing_latest WHERE event = 'sim-1'"
                ) { row in "\(try row.text(0)) \(try row.int(1)) \(try row.textOrNil(3) ?? "") \(try row.int64(4))" }
                #expect(latest == ["entry 1 名前 50", "border 100  7"])
                let limit = try await connection.query("SELECT @@max_statement_time") { row in try row.double(0) }
                #expect(limit == [7])
                for table in ["player", "player_change", "slot", "schema_migration"] {
                    let error = await #expect(throws: DatabaseError.self) {
                        try await connection.query("SELECT * FROM \(table)") { row in row.count }
                    }
                    #expect(error?.message.contains("denied") == true)
                }
                await #expect(throws: DatabaseError.self) { try await connection.run("CREATE TABLE t (i INT)") }
            }
            #expect(try await fixture.store.analysts().contains(account))
            try await fixture.store.removeAnalyst(account)
            #expect(try await !fixture.store.analysts().contains(account))
            await #expect(throws: StorageError.self) { try await fixture.store.removeAnalyst(account) }
        }
    }

    @Test func everyViewAnswers() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(minute: 0, entries: [entry("a", 50, rank: 1)], borders: [])
            try await fixture.pool.withConnection { connection in
                let views = try await connection.query(
                    "SELECT table_name FROM information_schema.views WHERE table_schema = DATABASE()"
                ) { row in try row.text(0) }
                #expect(views.count == 9)
                for view in views { _ = try await connection.query("SELECT * FROM \(view)") { row in row.count } }
                let minutes = try await connection.query("SELECT CAST(minute AS CHAR) FROM v_player_series") { row in
                    try row.text(0)
                }
                #expect(minutes == ["2025-03-30 06:00:00"])
            }
        }
    }

    @Test(arguments: ["", "A", "a'b", "a b", "é", String(repeating: "a", count: 33)])
    func nameWithOtherCharactersIsRefused(name: String) {
        #expect(throws: StorageError.self) { try AnalystAccount(name: name, host: "localhost") }
    }

    @Test func hostWithQuotesIsRefused() {
        #expect(throws: StorageError.self) { try AnalystAccount(name: "a", host: "x'; DROP USER root") }
    }

    private func asAnalyst(
        _ account: AnalystAccount, _ password: String, _ fixture: StoreFixture,
        _ body: @Sendable (Connection) async throws -> Void
    ) async throws {
        var endpoint = fixture.endpoint
        endpoint.user = account.user
        endpoint.password = password
        let analysts = endpoint
        let pool = Pool(maximumConnections: 1) { analysts }
        do {
            try await pool.withConnection(body)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }
}
