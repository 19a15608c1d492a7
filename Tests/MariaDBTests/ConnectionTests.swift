import Foundation
import MariaDB
import TestSupport
import Testing

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ConnectionTests {
    @Test func sessionsAreUTCAndStrictAndSpeakUTF8() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                let sql = "SELECT @@time_zone, @@character_set_client, @@character_set_results, @@sql_mode"
                let session = try #require(
                    try await connection.queryOne(sql) { row in try (0..<row.count).map { try row.text($0) } })
                #expect(session[..<3] == ["+00:00", "utf8mb4", "utf8mb4"])
                #expect(session[3].contains("STRICT_ALL_TABLES"))
                try await connection.run("CREATE TABLE t (n TINYINT)")
                let error = await #expect(throws: DatabaseError.self) {
                    try await connection.execute("INSERT INTO t VALUES (?)", [300])
                }
                #expect(error?.code == 1264)
                #expect(try await connection.serverVersion().contains("MariaDB"))
                #expect(try await connection.cipher() == nil)
            }
        }
    }

    @Test func duplicateKeysAreToldWithoutTheValue() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run("CREATE TABLE t (name VARCHAR(20) PRIMARY KEY)")
                let sql = "INSERT INTO t VALUES (?)"
                try await connection.execute(sql, ["hunter2"])
                let error = await #expect(throws: DatabaseError.self) { try await connection.execute(sql, ["hunter2"]) }
                #expect(error?.isDuplicateKey == true)
                #expect(error?.kind == .server)
                #expect(error?.sqlState == "23000")
                #expect(error?.isTransient == false)
                #expect(error?.message == "Duplicate entry '…' for key 'PRIMARY'")
                #expect(error?.description.contains("hunter2") == false)
                #expect(error?.operation == sql)
                #expect(try await connection.execute(sql, ["other"]).affectedRows == 1)
            }
        }
    }

    @Test func wrongNumbersOfValuesAreRefusedBeforeSending() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                let wrong: [[Value]] = [[], [1], [1, 2, 3]]
                for values in wrong {
                    let error = await #expect(throws: DatabaseError.self) {
                        try await connection.query("SELECT ?, ?", values) { $0.values }
                    }
                    #expect(error?.kind == .usage)
                }
                let rows = try await connection.query("SELECT ?, ?", [1, 2]) { $0.values }
                #expect(rows == [[1, 2]])
            }
        }
    }

    @Test func syntaxErrorsNameTheStatement() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                let error = await #expect(throws: DatabaseError.self) { try await connection.execute("SELEKT 1") }
                #expect(error?.code == 1064)
                #expect(error?.operation == "SELEKT 1")
            }
        }
    }

    @Test func noMoreStatementsStayPreparedThanTheLimit() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                for number in 0..<(Connection.statementLimit * 2) {
                    let sql = "SELECT \(number) + ?"
                    #expect(try await connection.integer(sql, [1]) == number + 1)
                }
                // Closing a statement has no answer, so the server counts them when the next one comes.
                let sql = "SHOW SESSION STATUS LIKE 'Com_stmt_close'"
                let closed = try await connection.queryOne(sql) { row in try row.text(1) }
                #expect(Int(closed ?? "") == Connection.statementLimit + 1)
                #expect(try await connection.integer("SELECT 0 + ?", [5]) == 5)
            }
        }
    }

    @Test func aStatementWhoseColumnsHaveChangedFailsOnceAndNoMore() async throws {
        try await TestDatabase.withSchema(maximumConnections: 1) { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run("CREATE TABLE t (a INT)")
                try await connection.run("INSERT INTO t VALUES (1)")
                let before = try await connection.query("SELECT * FROM t") { $0.values }
                #expect(before == [[1]])
                try await connection.run("ALTER TABLE t ADD b VARCHAR(9) DEFAULT 'x'")
            }
            let error = await #expect(throws: DatabaseError.self) {
                try await pool.withConnection { try await $0.query("SELECT * FROM t") { $0.values } }
            }
            #expect(error?.isTransient == true)
            let after = try await pool.withConnection { try await $0.query("SELECT * FROM t") { $0.values } }
            #expect(after == [[1, "x"]])
        }
    }

    @Test func aStoppedStreamLeavesTheConnectionFree() async throws {
        struct Enough: Error {}
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                let seen = Collected<Int>()
                await #expect(throws: Enough.self) {
                    try await connection.forEach("SELECT seq FROM seq_1_to_10000") { row in
                        seen.append(try row.int(0))
                        if seen.all.count == 3 { throw Enough() }
                    }
                }
                #expect(seen.all == [1, 2, 3])
                let next = try await connection.integer("SELECT 1")
                #expect(next == 1)
            }
        }
    }

    @Test func severalRowsWhereOneWasExpectedAreAnError() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                let error = await #expect(throws: DatabaseError.self) {
                    try await connection.queryOne("SELECT 1 UNION SELECT 2") { row in try row.int(0) }
                }
                #expect(error?.kind == .decoding)
            }
        }
    }

    @Test func aRoutineMayGiveSeveralResults() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END")
                let rows = try await connection.query("CALL p()") { $0.values }
                #expect(rows == [[1]])
                try await connection.run("CALL p()")
                try await connection.execute("CALL p()")
                #expect(try await connection.integer("SELECT 3") == 3)
            }
        }
    }

    @Test func aWrongPasswordIsToldClearly() async throws {
        try await TestDatabase.withSchema { pool, endpoint in
            let user = "u_\(try #require(endpoint.database))"
            try await pool.withConnection { try await $0.run("CREATE USER \(user) IDENTIFIED BY 'right'") }
            var wrong = endpoint
            wrong.user = user
            wrong.password = "hunter2"
            let error = await #expect(throws: DatabaseError.self) { try await Connection.open(wrong) }
            #expect(error?.isAccessDenied == true)
            #expect(error?.message.contains("Access denied for user '\(user)'") == true)
            #expect(error?.description.contains("hunter2") == false)
            wrong.password = "right"
            wrong.database = nil
            let connection = try await Connection.open(wrong)
            await connection.close()
            try await pool.withConnection { try await $0.run("DROP USER \(user)") }
        }
    }

    @Test func nothingListeningIsUnreachable() async throws {
        let endpoint = Endpoint(address: .unixSocket(path: "/nonexistent/server.sock"), user: "root")
        let error = await #expect(throws: DatabaseError.self) { try await Connection.open(endpoint) }
        #expect(error?.isUnreachable == true)
        #expect(error?.isTransient == true)
        #expect(error?.kind == .client)
    }

    @Test func requiredTLSIsRefusedByAServerWithout() async throws {
        try await TestDatabase.withSchema { _, endpoint in
            var secure = endpoint
            secure.tls = .required(certificateAuthorityPath: nil)
            await #expect(throws: DatabaseError.self) { try await Connection.open(secure) }
        }
    }

    @Test func aClosedConnectionRefusesWork() async throws {
        try await TestDatabase.withSchema { _, endpoint in
            let connection = try await Connection.open(endpoint)
            await connection.close()
            await connection.close()
            let error = await #expect(throws: DatabaseError.self) { try await connection.run("SELECT 1") }
            #expect(error?.kind == .usage)
        }
    }
}
