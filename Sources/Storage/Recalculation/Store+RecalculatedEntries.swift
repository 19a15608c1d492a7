import MariaDB
import Rankings
import Scoring

extension Store {
    /// Computes players of a list anew.
    ///
    /// - Parameter users: ascending; each of them, and perhaps others between, is read.
    /// - Returns: those who have a score, and how many actions do not count.
    func replay(
        _ users: [Int64], of work: Recalculation, on connection: Connection
    ) async throws -> (entries: [RecalculatedEntry], leftOut: Int) {
        guard let first = users.first, let last = users.last else { return ([], 0) }
        let sources = work.sources.map { String($0.number) }.joined(separator: ", ")
        let rows = try await connection.query(
            """
            SELECT user_id, board_id, change_number, action_type, value, accepted_ms
            FROM score_submission FORCE INDEX (history)
            WHERE user_id >= ? AND user_id <= ? AND board_id IN (\(sources))
            """, [.integer(first), .integer(last)]
        ) { row throws(DatabaseError) in
            (
                user: try row.int64(0),
                action: TrailAction(
                    type: try row.text(3), value: try row.int64OrNil(4),
                    place: work.place(of: try row.int64(2), on: try row.int64(1)),
                    at: Instant(unixMilliseconds: try row.int64(5)))
            )
        }
        let hidden = Set(
            try await connection.query(
                """
                SELECT u.id FROM score_user u JOIN score_board b ON b.id = ?
                WHERE u.id >= ? AND u.id <= ? AND \(Self.hiding)
                """, [.integer(work.list.number), .integer(first), .integer(last)]
            ) { row throws(DatabaseError) in try row.int64(0) })
        let wanted = Set(users)
        let actions = Dictionary(grouping: rows.filter { wanted.contains($0.user) }, by: \.user)
        var entries: [RecalculatedEntry] = []
        var leftOut = 0
        for user in users {
            var replay = ScoreReplay(work.list.board)
            for row in (actions[user] ?? []).sorted(by: { $0.action.place < $1.action.place }) {
                replay.apply(row.action)
            }
            leftOut += replay.leftOut
            guard let score = replay.score, let changed = replay.changed else { continue }
            entries.append(
                RecalculatedEntry(
                    user: user, score: score, key: work.list.board.order.sortKey(of: score), reached: replay.reached,
                    changed: changed, isHidden: hidden.contains(user)))
        }
        return (entries, leftOut)
    }

    /// Keeps what was computed beside what is shown.
    func keep(
        _ entries: [RecalculatedEntry], of users: [Int64], for work: Recalculation, on connection: Connection
    ) async throws {
        if users.isEmpty { return }
        let list = work.list.number
        _ = try await connection.executeBatch(
            "DELETE FROM score_recalc_entry WHERE board_id = ? AND user_id = ?",
            [.integers(users.map { _ in list }), .integers(users)])
        if entries.isEmpty { return }
        _ = try await connection.executeBatch(
            """
            INSERT INTO score_recalc_entry (board_id, user_id, score, sort_key, reached, changed_ms, is_hidden)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integers(entries.map { _ in list }), .integers(entries.map(\.user)), .integers(entries.map(\.score)),
                .integers(entries.map(\.key)), .integers(entries.map(\.reached)),
                .integers(entries.map(\.changed.unixMilliseconds)), .integers(entries.map { $0.isHidden ? 1 : 0 }),
            ])
    }
}
