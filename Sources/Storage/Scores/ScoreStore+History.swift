import MariaDB
package import Rankings
package import Scoring

extension ScoreStore {
    /// What was accepted of a user, newest first.
    ///
    /// - Parameter before: 16 bytes of one of the user's actions: those that were accepted before it; nil begins with
    ///   the newest. Nothing comes before one that is not the user's.
    package func history(of subject: String, before: [UInt8]?, limit: Int) async throws -> [HistoryLine] {
        let user: [MariaDB.Value] = [.bytes(Array(subject.utf8))]
        let cursor: [MariaDB.Value] = before.map { [.bytes($0), .bytes($0)] } ?? []
        let condition =
            before == nil
            ? ""
            : """
            AND (s.accepted_ms, s.action_id) < (
              SELECT c.accepted_ms, ? FROM score_submission c WHERE c.action_id = ? AND c.user_id = u.id)
            """
        return try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT s.new_score, s.place, s.score_delta, s.change_number, s.action_id, b.name, b.version, b.period,
                  s.action_type, s.value, s.points, s.accepted_ms, s.old_score
                FROM score_user u JOIN score_submission s ON s.user_id = u.id JOIN score_board b ON b.id = s.board_id
                WHERE u.subject = ? \(condition) ORDER BY s.accepted_ms DESC, s.action_id DESC LIMIT ?
                """, user + cursor + [.integer(limit)]
            ) { row throws(DatabaseError) in
                HistoryLine(
                    action: try row.bytes(4), board: try row.text(5), version: try row.int(6), period: try row.text(7),
                    type: try row.text(8), value: try row.int64OrNil(9), points: try row.int64(10),
                    oldScore: try row.int64OrNil(12), accepted: try AcceptedScore(row: row),
                    at: Instant(unixMilliseconds: try row.int64(11)))
            }
        }
    }

    /// What is shown in place of a user on lists; nil where nothing was accepted of them yet.
    package func player(of subject: String) async throws -> Pseudonym? {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT player FROM score_user WHERE subject = ?", [.bytes(Array(subject.utf8))]
            ) { row throws(DatabaseError) in Pseudonym(value: try row.uint64(0)) }
        }.first
    }
}
