import MariaDB
import Rankings

extension Store {
    /// In place of a latency where the request failed.
    private static let failed: Int64 = 255

    /// The counts of an upstream's hosts from a period on.
    ///
    /// - Parameter period: of five minutes, numbered since 1970.
    package func hostCounts(of upstream: String, since period: Int64) async throws -> [KeptHostCount] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT host, latency, CAST(SUM(requests) AS UNSIGNED) FROM upstream_count
                WHERE upstream = ? AND period >= ? GROUP BY host, latency ORDER BY host, latency
                """, [.text(upstream), .integer(period)]
            ) { row throws(DatabaseError) in
                let latency = try row.int64(1)
                return KeptHostCount(
                    host: try row.text(0), latency: latency == Self.failed ? nil : Int(latency),
                    requests: try row.int(2))
            }
        }
    }

    /// Adds counts to a period, and drops those of periods before `oldest`.
    package func addHostCounts(
        _ counts: [KeptHostCount], of upstream: String, in period: Int64, dropping oldest: Int64
    ) async throws {
        // All processes write in the same order, so that two of them never wait for each other in a circle.
        let ordered = counts.sorted { ($0.host, $0.latency ?? -1) < ($1.host, $1.latency ?? -1) }
        try await pool.transaction { connection in
            for count in ordered {
                _ = try await connection.execute(
                    """
                    INSERT INTO upstream_count (upstream, host, period, latency, requests) VALUES (?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE requests = requests + VALUES(requests)
                    """,
                    [
                        .text(upstream), .text(count.host), .integer(period),
                        .integer(count.latency.map { Int64($0) } ?? Self.failed), .integer(count.requests),
                    ])
            }
            _ = try await connection.execute(
                "DELETE FROM upstream_count WHERE upstream = ? AND period < ?", [.text(upstream), .integer(oldest)])
        }
    }

    /// The pauses that hosts of an upstream asked for, past ones too.
    package func hostPauses(of upstream: String) async throws -> [KeptHostPause] {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT host, until_ms, status FROM upstream_pause WHERE upstream = ? ORDER BY host", [.text(upstream)]
            ) { row throws(DatabaseError) in
                KeptHostPause(
                    host: try row.text(0), until: Instant(unixMilliseconds: try row.int64(1)), status: try row.int(2))
            }
        }
    }

    /// Keeps the newest pause of a host.
    package func pauseHost(_ pause: KeptHostPause, of upstream: String) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "REPLACE INTO upstream_pause (upstream, host, until_ms, status) VALUES (?, ?, ?, ?)",
                [
                    .text(upstream), .text(pause.host), .integer(pause.until.unixMilliseconds),
                    .integer(pause.status),
                ])
        }
    }
}
