import MariaDB
import TestSupport
import Testing

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct BatchTests {
    @Test func aHundredThousandRowsArriveWithTheirNulls() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let count = 100_000
            let ids = (0..<count).map { Int64($0) as Int64? }
            let big = (0..<count).map { $0 % 7 == 0 ? nil : UInt64.max - UInt64($0) }
            let names = (0..<count).map { $0 % 3 == 0 ? nil : "名前\($0)" }
            let blobs = (0..<count).map { $0 % 5 == 0 ? nil : [UInt8](repeating: UInt8($0 % 256), count: $0 % 9) }
            let ratios = (0..<count).map { $0 % 2 == 0 ? nil : Double($0) / 4 }
            let result = try await pool.transaction { connection in
                try await connection.run(
                    "CREATE TABLE t (id INT PRIMARY KEY, u BIGINT UNSIGNED, n VARCHAR(40), b VARBINARY(9), r DOUBLE)")
                return try await connection.executeBatch(
                    "INSERT INTO t VALUES (?, ?, ?, ?, ?)",
                    [.integers(ids), .unsigned(big), .texts(names), .bytes(blobs), .doubles(ratios)])
            }
            #expect(result.affectedRows == count)
            let wrong = Collected<Int>()
            let seen = Collected<Int>()
            try await pool.withConnection { connection in
                try await connection.forEach("SELECT id, u, n, b, r FROM t ORDER BY id") { row in
                    let id = try row.int(0)
                    seen.append(id)
                    let expected: [Value] = [
                        .integer(Int64(id)), .optional(big[id]), .optional(names[id]), .optional(blobs[id]),
                        .optional(ratios[id]),
                    ]
                    if row.values != expected { wrong.append(id) }
                }
            }
            #expect(seen.all == Array(0..<count))
            #expect(wrong.all.isEmpty)
        }
    }

    @Test func anEmptyBatchSendsNothing() async throws {
        try await TestDatabase.withSchema { pool, _ in
            let result = try await pool.withConnection { connection in
                try await connection.executeBatch("INSERT INTO there_is_no_such_table VALUES (?)", [.integers([])])
            }
            #expect(result == Execution(affectedRows: 0, lastInsertID: 0))
        }
    }

    @Test func aStatementServesPlainAndBulkExecutionsInTurn() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run("CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9))")
                let sql = "INSERT INTO t (n) VALUES (?)"
                #expect(try await connection.execute(sql, ["a"]) == Execution(affectedRows: 1, lastInsertID: 1))
                #expect(try await connection.executeBatch(sql, [.texts(["b", nil, "c"])]).affectedRows == 3)
                #expect(try await connection.execute(sql, [nil]).affectedRows == 1)
                #expect(try await connection.executeBatch(sql, [.integers([7])]).affectedRows == 1)
                let names = try await connection.query("SELECT n FROM t ORDER BY id") { row in try row.textOrNil(0) }
                #expect(names == ["a", "b", nil, "c", nil, "7"])
            }
        }
    }

    @Test func aDuplicateInABatchIsOneErrorAndTheConnectionGoesOn() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run("CREATE TABLE t (id INT PRIMARY KEY)")
                let error = await #expect(throws: DatabaseError.self) {
                    try await connection.executeBatch("INSERT INTO t VALUES (?)", [.integers([1, 2, 2, 3])])
                }
                #expect(error?.isDuplicateKey == true)
                #expect(
                    try await connection.executeBatch("INSERT INTO t VALUES (?)", [.integers([8, 9])]).affectedRows == 2
                )
            }
        }
    }
}
