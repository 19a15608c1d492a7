import MariaDB
import Rankings
package import Scoring

extension ScoreStore {
    /// The changes of a list after a number, in order and without a gap; each is on disk.
    ///
    /// One statement, whose columns have one type in both of its parts, so that
    /// submissions and what moderators did are of the same instant.
    package func changes(of list: ScoreList, after number: Int64, limit: Int) async throws -> [ListChange] {
        try await pool.withConnection { connection in
            let changes: [ListChange] = try await connection.query(
                """
                (SELECT STRAIGHT_JOIN s.change_number AS number, e.is_hidden, s.place, u.player, \(Self.shownColumns),
                  s.new_score, s.score_delta, s.accepted_ms
                FROM score_submission s FORCE INDEX (change_of_board) JOIN score_user u ON u.id = s.user_id
                  JOIN score_entry e ON e.board_id = s.board_id AND e.user_id = s.user_id
                WHERE s.board_id = ? AND s.change_number > ? ORDER BY s.change_number LIMIT ?)
                UNION ALL
                (SELECT change_number, NULL, change_number, change_number, NULL, NULL, NULL, NULL, NULL
                FROM score_revision WHERE board_id = ? AND change_number > ? ORDER BY change_number LIMIT ?)
                ORDER BY number LIMIT ?
                """,
                [
                    .integer(list.number), .integer(number), .integer(limit), .integer(list.number), .integer(number),
                    .integer(limit), .integer(limit),
                ]
            ) { row throws(DatabaseError) in
                let number = try row.int64(0)
                guard let isHidden = try row.intOrNil(1) else { return .revision(number) }
                if isHidden != 0 { return .unseen(number) }
                return .score(
                    ScoreChange(
                        number: number,
                        entry: ListEntry(
                            place: try row.int(2), player: Pseudonym(value: try row.uint64(3)),
                            name: try row.text(4), avatar: try row.textOrNil(5), score: try row.int64(6),
                            changed: Instant(unixMilliseconds: try row.int64(8))),
                        delta: try row.int64(7)))
            }
            if !changes.isEmpty { try await Self.settle(on: connection) }
            return changes
        }
    }
}
