import MariaDB
package import Rankings
package import Scoring

extension ScoreStore {
    /// The lists that have a beginning and an end, whose highest score is the best and that have none below zero,
    /// oldest first.
    package func recordedLists() async throws -> [RecordedList] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT id, name, version, period, title, is_shared, is_monotone, scale, starts_ms, ends_ms
                FROM score_board WHERE starts_ms < ends_ms AND NOT is_lowest_first AND least_score >= 0
                ORDER BY starts_ms, id
                """
            ) { row throws(DatabaseError) in
                let times =
                    Instant(unixMilliseconds: try row.int64(8))..<Instant(unixMilliseconds: try row.int64(9))
                return RecordedList(
                    number: try row.int64(0), board: try row.text(1), version: try row.int(2),
                    period: try row.text(3), title: try row.text(4),
                    ties: try row.bool(5) ? .shared : .earliestFirst, isMonotone: try row.bool(6),
                    scale: try row.int(7), times: times)
            }
        }
    }

    /// The best of a list, and the scores at ranks below them that somebody holds, all of one instant.
    package func standing(
        of list: RecordedList, entries: Int, borders: [Int]
    ) async throws -> (entries: [ListEntry], borders: [Border]) {
        try await pool.transaction { connection in
            let top = try await Self.best(of: list.number, limit: entries, on: connection)
            var scores: [Border] = []
            for rank in borders {
                let found = try await connection.query(
                    """
                    SELECT score FROM score_entry FORCE INDEX (standing) WHERE board_id = ? AND is_hidden = FALSE
                    ORDER BY sort_key, reached LIMIT 1 OFFSET ?
                    """, [.integer(list.number), .integer(rank - 1)]
                ) { row throws(DatabaseError) in try row.int64(0) }
                guard let score = found.first else { break }
                scores.append(Border(rank: rank, score: score))
            }
            let places = list.ties.places(of: top.map(\.score), from: 1)
            return (zip(top, places).map { entry, place in entry.listed(at: place) }, scores)
        }
    }
}
