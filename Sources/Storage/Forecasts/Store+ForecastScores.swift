import MariaDB
package import Rankings

extension Store {
    /// Keeps what became of a board's forecasts, in place of what was kept before.
    ///
    /// - Parameter finals: the final score at each rank.
    package func saveScores(_ scores: [ForecastScore], finals: [Int: Int64], of id: BoardID) async throws {
        let stored = try await board(id)
        try await pool.transaction { connection in
            _ = try await connection.execute(
                "DELETE FROM forecast_score WHERE board_id = ?", [.integer(stored.number)])
            _ = try await connection.execute(
                "DELETE FROM forecast_final WHERE board_id = ?", [.integer(stored.number)])
            let finals = finals.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            if !finals.isEmpty {
                _ = try await connection.executeBatch(
                    "INSERT INTO forecast_final (board_id, `rank`, score) VALUES (?, ?, ?)",
                    [
                        .integers(finals.map { _ in stored.number }), .integers(finals.map { Int64($0.key) }),
                        .integers(finals.map(\.value)),
                    ])
            }
            if scores.isEmpty { return }
            _ = try await connection.executeBatch(
                """
                INSERT INTO forecast_score (board_id, lead_hours, model, borders, error, persistence_error,
                  linear_error, in_half, in_four_fifths, in_nine_tenths)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .integers(scores.map { _ in stored.number }), .integers(scores.map { Int64($0.leadHours) }),
                    .texts(scores.map(\.model)), .integers(scores.map { Int64($0.borders) }),
                    .integers(scores.map { Int64($0.error) }),
                    .integers(scores.map { $0.persistenceError.map { Int64($0) } }),
                    .integers(scores.map { $0.linearError.map { Int64($0) } }),
                    .integers(scores.map { Int64($0.inHalf) }), .integers(scores.map { Int64($0.inFourFifths) }),
                    .integers(scores.map { Int64($0.inNineTenths) }),
                ])
        }
    }

    /// The boards whose forecasts were judged, the one that ended last first.
    ///
    /// - Parameter limit: the most boards; earlier ones are left out.
    package func scoredBoards(limit: Int) async throws -> [ScoredBoard] {
        let rows = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT g.name, e.name, b.name, e.title, b.title, b.ends_at, s.lead_hours, s.model, s.borders, s.error,
                  s.persistence_error, s.linear_error, s.in_half, s.in_four_fifths, s.in_nine_tenths
                FROM (
                  SELECT b.* FROM board b WHERE EXISTS (SELECT 1 FROM forecast_score s WHERE s.board_id = b.id)
                  ORDER BY b.ends_at DESC, b.id DESC LIMIT ?
                ) b JOIN forecast_score s ON s.board_id = b.id JOIN event e ON e.id = b.event_id
                JOIN game g ON g.id = e.game_id
                ORDER BY b.ends_at DESC, e.name DESC, b.position, s.lead_hours DESC
                """, [.integer(Int64(limit))]
            ) { row throws(DatabaseError) in
                ScoredBoard(
                    game: GameID(rawValue: try row.text(0)),
                    board: BoardID(event: EventID(rawValue: try row.text(1)), name: try row.text(2)),
                    eventName: try row.text(3), boardTitle: try row.text(4),
                    ends: Instant(unixMilliseconds: try row.int64(5)), scores: [try ForecastScore(row)])
            }
        }
        return rows.reduce(into: []) { boards, row in
            guard let last = boards.last, last.board == row.board else { return boards.append(row) }
            boards[boards.count - 1] = ScoredBoard(
                game: row.game, board: row.board, eventName: row.eventName, boardTitle: row.boardTitle, ends: row.ends,
                scores: last.scores + row.scores)
        }
    }

    /// Settled boards with forecasts that were never judged: imported ones, and those of an older program.
    package func unscoredBoards() async throws -> [StoredBoard] {
        try await select(
            """
            WHERE b.is_settled = 1 AND EXISTS (SELECT 1 FROM forecast f WHERE f.board_id = b.id)
              AND NOT EXISTS (SELECT 1 FROM forecast_final s WHERE s.board_id = b.id)
            ORDER BY b.ends_at, b.id
            """, [])
    }
}

extension ForecastScore {
    /// Columns 6 to 14 of `scoredBoards`.
    fileprivate init(_ row: borrowing MariaDB.Row) throws(DatabaseError) {
        self.init(
            leadHours: try row.int(6), model: try row.text(7), borders: try row.int(8), error: try row.int(9),
            persistenceError: try row.int64OrNil(10).map { Int($0) },
            linearError: try row.int64OrNil(11).map { Int($0) },
            inHalf: try row.int(12), inFourFifths: try row.int(13), inNineTenths: try row.int(14))
    }
}
