import MariaDB
package import Rankings
package import Scoring

extension Store {
    /// Changes of a list that are looked at in one statement.
    private static let reviewBatch: Int64 = 10_000
    /// Earlier changes of the list in which a user's usual values are looked for.
    private static let reviewContext: Int64 = 50_000
    /// Values that a mean is taken of.
    private static let jumpValues = 50

    /// Looks at what was accepted since it did so last, and at what was refused of late, and flags what is odd.
    package func review(by thresholds: AnomalyThresholds, now: Instant) async throws {
        let lists = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT b.id, CAST(COALESCE(r.change_number, 0) AS SIGNED), b.change_number FROM score_board b
                LEFT JOIN score_review r ON r.board_id = b.id WHERE b.change_number > COALESCE(r.change_number, 0)
                """
            ) { row throws(DatabaseError) in
                (number: try row.int64(0), seen: try row.int64(1), newest: try row.int64(2))
            }
        }
        for list in lists {
            for seen in stride(from: list.seen, to: list.newest, by: Int64.Stride(Self.reviewBatch)) {
                let last = min(seen + Self.reviewBatch, list.newest)
                try await review(list.number, after: seen, through: last, thresholds)
            }
        }
        try await reviewRefusals(thresholds, now: now)
    }

    private func review(
        _ list: Int64, after seen: Int64, through newest: Int64, _ thresholds: AnomalyThresholds
    ) async throws {
        let range: [Value] = [.integer(list), .integer(max(0, seen - Self.reviewContext)), .integer(newest)]
        try await pool.transaction { connection in
            _ = try await connection.execute(
                """
                INSERT INTO score_flag SELECT user_id, board, 'rate', day, MAX(measure), MAX(accepted_ms) FROM (
                  SELECT s.user_id, b.name AS board, s.accepted_ms DIV 86400000 AS day, s.accepted_ms,
                    s.change_number, COUNT(*) OVER (PARTITION BY s.user_id ORDER BY s.accepted_ms
                      RANGE BETWEEN 3599999 PRECEDING AND CURRENT ROW) AS measure
                  FROM score_submission s JOIN score_board b ON b.id = s.board_id
                  WHERE s.board_id = ? AND s.change_number > ? AND s.change_number <= ?) t
                WHERE change_number > ? AND measure >= ? GROUP BY user_id, board, day
                \(Self.keepingGreatest)
                """, range + [.integer(seen), .integer(thresholds.actionsPerHour)])
            _ = try await connection.execute(
                """
                INSERT INTO score_flag
                SELECT user_id, board, 'jump', day, MAX(points DIV GREATEST(usual, 1)), MAX(accepted_ms) FROM (
                  SELECT s.user_id, b.name AS board, s.accepted_ms DIV 86400000 AS day, s.accepted_ms, s.value,
                    s.points, s.change_number, AVG(s.points) OVER w AS usual, COUNT(*) OVER w AS basis
                  FROM score_submission s JOIN score_board b ON b.id = s.board_id
                  WHERE s.board_id = ? AND s.change_number > ? AND s.change_number <= ?
                  WINDOW w AS (PARTITION BY s.user_id, s.action_type ORDER BY s.change_number
                    ROWS BETWEEN \(Self.jumpValues) PRECEDING AND 1 PRECEDING)) t
                WHERE change_number > ? AND value IS NOT NULL AND basis >= ? AND points >= ? * GREATEST(usual, 1)
                GROUP BY user_id, board, day
                \(Self.keepingGreatest)
                """,
                range + [.integer(seen), .integer(thresholds.jumpBasis), .integer(thresholds.jumpFactor)])
            _ = try await connection.execute(
                "REPLACE INTO score_review (board_id, change_number) VALUES (?, ?)", [.integer(list), .integer(newest)])
        }
    }

    private func reviewRefusals(_ thresholds: AnomalyThresholds, now: Instant) async throws {
        let day: Int64 = 86_400_000
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                """
                INSERT INTO score_flag
                SELECT user_id, board, 'pace', refused_ms DIV \(day) AS day, COUNT(*), MAX(refused_ms)
                FROM score_refusal WHERE refused_ms >= ? AND reason IN (?, ?, ?)
                GROUP BY user_id, board, day HAVING COUNT(*) >= ?
                \(Self.keepingGreatest)
                """,
                [
                    .integer((now.unixMilliseconds / day - 30) * day), .text(Refusal.impossiblePace.rawValue),
                    .text(Refusal.tooFast.rawValue), .text(Refusal.valueOutOfBounds.rawValue),
                    .integer(thresholds.impossiblePerDay),
                ])
        }
    }

    private static let keepingGreatest = """
        ON DUPLICATE KEY UPDATE measure = GREATEST(measure, VALUES(measure)),
          seen_ms = GREATEST(seen_ms, VALUES(seen_ms))
        """

    /// What was flagged and not looked at since, newest first: whoever does anything to the player has looked.
    package func openFlags(limit: Int) async throws -> [ScoreFlag] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT u.player, COALESCE(u.shown_name, u.name), f.board, f.kind, f.measure, f.seen_ms
                FROM score_flag f JOIN score_user u ON u.id = f.user_id
                WHERE NOT EXISTS (SELECT 1 FROM moderation_act a
                  WHERE a.player = u.player AND a.game IS NULL AND a.done_ms >= f.seen_ms)
                ORDER BY f.seen_ms DESC, f.user_id, f.kind LIMIT ?
                """, [.integer(limit)]
            ) { row throws(DatabaseError) in
                ScoreFlag(
                    player: Pseudonym(value: try row.uint64(0)), name: try row.text(1), board: try row.text(2),
                    kind: ScoreFlag.Kind(rawValue: try row.text(3)) ?? .pace, measure: try row.int64(4),
                    seen: Instant(unixMilliseconds: try row.int64(5)))
            }
        }
    }
}
