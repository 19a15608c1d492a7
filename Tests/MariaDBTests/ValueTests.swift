import MariaDB
import TestSupport
import Testing

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ValueTests {
    static let everyType = """
        CREATE TABLE t (
            id INT PRIMARY KEY, i BIGINT, u BIGINT UNSIGNED, tiny TINYINT, d DOUBLE, f FLOAT,
            txt TEXT CHARACTER SET utf8mb4, vb VARBINARY(20), big LONGBLOB, de DECIMAL(20,4), dt DATETIME(6), da DATE,
            ti TIME, ok BOOLEAN, y YEAR, b BIT(3), e ENUM('a','b'))
        """

    @Test func valuesComeBackAsTheyWent() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run(Self.everyType)
                let sql = "INSERT INTO t (id, i, u, d, txt, vb) VALUES (?, ?, ?, ?, ?, ?)"
                let rows: [[Value]] = [
                    [1, .integer(Int64.min), .unsigned(0), .double(-1.5), "", .bytes([])],
                    [
                        2, .integer(Int64.max), .unsigned(UInt64.max), .double(.greatestFiniteMagnitude), "🎤👨‍👩‍👧 日本",
                        .bytes([0, 255]),
                    ],
                    [3, .integer(0), .unsigned(1), .double(0.1), "it's \\ \0 \"", .bytes(Array(0..<20))],
                    [4, nil, nil, nil, nil, nil],
                ]
                for row in rows { try await connection.execute(sql, row) }
                let read = try await connection.query("SELECT id, i, u, d, txt, vb FROM t ORDER BY id") { $0.values }
                #expect(read == rows)
                let none = try await connection.query("SELECT id FROM t WHERE id > ?", [99]) { $0.values }
                #expect(none.isEmpty)
            }
        }
    }

    @Test func otherTypesAreReadAsTextOrNumbers() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run(Self.everyType)
                try await connection.execute(
                    """
                    INSERT INTO t (id, tiny, f, de, dt, da, ti, ok, y, b, e) VALUES (1, -128, 0.5, 1234.5,
                        '2024-02-29 23:59:58.123456', '2024-02-29', '-12:34:56', TRUE, 2024, b'101', 'b')
                    """)
                let sql = "SELECT tiny, f, de, dt, da, ti, ok, y, b, e, SUM(tiny), COUNT(*) FROM t"
                let row = try #require(try await connection.queryOne(sql) { $0.values })
                #expect(
                    row == [
                        .integer(-128), .double(0.5), "1234.5000", "2024-02-29 23:59:58.123456", "2024-02-29",
                        "-12:34:56", .integer(1), .unsigned(2024), .bytes([0b101]), "b", "-128", .integer(1),
                    ])
            }
        }
    }

    @Test(arguments: [0, 1, 1024, 1025, 1 << 20])
    func longValuesComeBackWholeStoredAndStreamed(count: Int) async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                try await connection.run(Self.everyType)
                let blob = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                try await connection.execute(
                    "INSERT INTO t (id, txt, big) VALUES (1, 'short', ?), (2, NULL, NULL), (3, 'x', 'y')",
                    [.bytes(blob)])
                let sql = "SELECT id, txt, big FROM t ORDER BY id"
                let expected: [[Value]] = [
                    [1, "short", .bytes(blob)], [2, nil, nil], [3, "x", .bytes([UInt8(ascii: "y")])],
                ]
                #expect(try await connection.query(sql) { $0.values } == expected)
                let streamed = Collected<[Value]>()
                try await connection.forEach(sql) { row in streamed.append(row.values) }
                #expect(streamed.all == expected)
            }
        }
    }

    @Test func typedReadersNameTheColumn() async throws {
        try await TestDatabase.withSchema { pool, _ in
            try await pool.withConnection { connection in
                let sql = "SELECT 1 AS one, NULL AS nothing, 'a' AS letter, -1 AS minus, CAST(-1 AS UNSIGNED) AS huge"
                let failures: [(column: String, read: @Sendable (borrowing Row) throws -> Void)] = [
                    ("nothing", { row in _ = try row.int64(1) }), ("letter", { row in _ = try row.int64(2) }),
                    ("minus", { row in _ = try row.uint64(3) }), ("huge", { row in _ = try row.int64(4) }),
                    ("one", { row in _ = try row.text(0) }), ("one", { row in _ = try row.bytes(0) }),
                    ("one", { row in _ = try row.double(0) }),
                ]
                let rows = try await connection.query(sql) { row in
                    let (one, nothing, letter) = (try row.int(0), try row.int64OrNil(1), try row.text(2))
                    let (minus, huge, isOne) = (try row.int64(3), try row.uint64(4), try row.bool(0))
                    #expect(one == 1 && nothing == nil && letter == "a")
                    #expect(minus == -1 && huge == UInt64.max && isOne)
                    #expect(row.columns == ["one", "nothing", "letter", "minus", "huge"])
                    for (column, read) in failures {
                        do {
                            try read(row)
                            Issue.record("column \(column) was read as another type")
                        } catch let error as DatabaseError {
                            #expect(error.kind == .decoding)
                            #expect(error.message.contains("‘\(column)’"))
                        }
                    }
                    return row.count
                }
                #expect(rows == [5])
            }
        }
    }
}
