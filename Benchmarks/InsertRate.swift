import MariaDB

/// Rows a second by bulk array binding, 1,000 rows a durable transaction.
enum InsertRate {
    private static let rows = 1_000
    private static let transactions = 300

    static func run(_ workshop: Workshop) async throws {
        let pool = try await workshop.pool(schema: "rate")
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "CREATE TABLE rate (board INT, slot INT, place INT, score BIGINT, PRIMARY KEY (board, slot, place))")
        }
        var runs: [Duration] = []
        for transaction in 0..<transactions {
            let slot = Int64(transaction)
            let columns: [Column] = [
                .integers([Int64?](repeating: 1, count: rows)), .integers([Int64?](repeating: slot, count: rows)),
                .integers((0..<rows).map { Int64($0) }), .integers((0..<rows).map { Int64($0) * slot }),
            ]
            let start = ContinuousClock.now
            try await pool.transaction { connection in
                _ = try await connection.executeBatch("INSERT INTO rate VALUES (?, ?, ?, ?)", columns)
            }
            runs.append(ContinuousClock.now - start)
        }
        let sample = Sample(runs)
        report(
            "inserts: \(Int(Double(rows) / sample.median * 1000)) rows/s (1,000 a durable transaction: \(sample.line))")
    }
}
