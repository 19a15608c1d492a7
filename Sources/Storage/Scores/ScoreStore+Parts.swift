import MariaDB
import Scoring

extension ScoreStore {
    /// What a user's weighted total is made of so far, where the board's rule is one; else nil.
    ///
    /// Read after the position: whoever accepts something in between makes the position another. Where a recalculation
    /// was promoted the actions of versions before count, too.
    static func parts(
        of position: ScorePosition, on list: ScoreList, _ connection: isolated Connection
    ) throws -> WeightedParts? {
        guard var parts = list.board.newParts, position.user != 0 else { return nil }
        let rows = try connection.query(
            """
            SELECT action_type, value FROM score_submission FORCE INDEX (history)
            WHERE user_id = ? AND (board_id = ? OR board_id IN (
              SELECT s.source_id FROM score_recalc_source s JOIN score_recalc r ON r.board_id = s.board_id
              WHERE s.board_id = ? AND r.promoted_ms IS NOT NULL))
            """, [.integer(position.user), .integer(list.number), .integer(list.number)]
        ) { row throws(DatabaseError) in (type: try row.text(0), value: try row.int64OrNil(1)) }
        for row in rows {
            guard let points = list.board.points(againOf: row.type, value: row.value) else { continue }
            parts.add(points, type: row.type)
        }
        return parts
    }
}
