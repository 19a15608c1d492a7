import MariaDB
import Rankings
package import Scoring

extension ScoreStore {
    /// The changes of a list after a number, in order; each is on disk.
    package func changes(of list: ScoreList, after number: Int64, limit: Int) async throws -> [ScoreChange] {
        try await pool.withConnection { connection in
            let changes = try await connection.query(
                """
                SELECT STRAIGHT_JOIN s.change_number, s.place, u.player, u.name, u.avatar, s.new_score, s.score_delta,
                  s.accepted_ms
                FROM score_submission s FORCE INDEX (change_of_board) JOIN score_user u ON u.id = s.user_id
                WHERE s.board_id = ? AND s.change_number > ? ORDER BY s.change_number LIMIT ?
                """, [.integer(list.number), .integer(number), .integer(limit)]
            ) { row throws(DatabaseError) in
                ScoreChange(
                    number: try row.int64(0),
                    entry: ListEntry(
                        place: try row.int(1), player: Pseudonym(value: try row.uint64(2)), name: try row.text(3),
                        avatar: try row.textOrNil(4), score: try row.int64(5),
                        changed: Instant(unixMilliseconds: try row.int64(7))),
                    delta: try row.int64(6))
            }
            if !changes.isEmpty { try await Self.settle(on: connection) }
            return changes
        }
    }
}
