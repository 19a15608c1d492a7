import MariaDB
package import Rankings
import Scoring

extension Store {
    /// Times what came meanwhile is computed before the list is locked, so that little is left to do then.
    private static let catchUps = 2
    /// Players that are computed by one statement while a list catches up.
    private static let caughtUpAtOnce = 500

    /// Has what was computed take the place of what is shown, at once, with all that was accepted until then.
    ///
    /// Submissions to the list wait meanwhile: some seconds for a hundred thousand players. Whoever watches gets the
    /// list anew.
    package func promote(_ work: Recalculation, now: Instant) async throws {
        var work = work
        for _ in 0..<Self.catchUps {
            let present = work
            work.sources = try await pool.transaction { connection in try await catchUp(present, on: connection) }
        }
        let last = work
        try await pool.transaction { connection in
            var last = last
            let numbers = last.sources.map { String($0.number) }.joined(separator: ", ")
            let changes = try await connection.query(
                "SELECT change_number FROM score_board WHERE id IN (\(numbers)) ORDER BY id FOR UPDATE"
            ) { row throws(DatabaseError) in try row.int64(0) }
            last.sources = try await catchUp(last, on: connection)
            // Above every place that an action was given, so that whoever comes to a score later is behind.
            let number = changes.reduce(1, +)
            try await replaceEntries(of: last, number: number, now: now, on: connection)
        }
        try await settleHidden(on: work.list, now: now)
    }

    /// Computes players of whom something was accepted since, and says up to where.
    private func catchUp(
        _ work: Recalculation, on connection: Connection
    ) async throws -> [Recalculation.Source] {
        var users: Set<Int64> = []
        var sources = work.sources
        for index in sources.indices {
            let newest = try await connection.query(
                "SELECT change_number FROM score_board WHERE id = ?", [.integer(sources[index].number)]
            ) { row throws(DatabaseError) in try row.int64(0) }[0]
            users.formUnion(
                try await connection.query(
                    """
                    SELECT DISTINCT user_id FROM score_submission FORCE INDEX (change_of_board)
                    WHERE board_id = ? AND change_number > ? AND change_number <= ?
                    """, [.integer(sources[index].number), .integer(sources[index].seen), .integer(newest)]
                ) { row throws(DatabaseError) in try row.int64(0) })
            sources[index].seen = newest
        }
        let sorted = users.sorted()
        for start in stride(from: 0, to: sorted.count, by: Self.caughtUpAtOnce) {
            let some = Array(sorted[start..<min(start + Self.caughtUpAtOnce, sorted.count)])
            let (entries, _) = try await replay(some, of: work, on: connection)
            try await keep(entries, of: some, for: work, on: connection)
        }
        return sources
    }

    private func replaceEntries(
        of work: Recalculation, number: Int64, now: Instant, on connection: Connection
    ) async throws {
        let list: Value = .integer(work.list.number)
        _ = try await connection.execute(
            "UPDATE score_board SET change_number = ?, changed_ms = GREATEST(COALESCE(changed_ms, 0), ?) WHERE id = ?",
            [.integer(number), .integer(now.unixMilliseconds), list])
        _ = try await connection.execute("INSERT INTO score_revision VALUES (?, ?)", [list, .integer(number)])
        _ = try await connection.execute("DELETE FROM score_entry WHERE board_id = ?", [list])
        _ = try await connection.execute(
            """
            INSERT INTO score_entry (board_id, user_id, score, sort_key, reached, last_change, changed_ms, is_hidden)
            SELECT board_id, user_id, score, sort_key, reached, ?, changed_ms, is_hidden FROM score_recalc_entry
            WHERE board_id = ?
            """, [.integer(number), list])
        _ = try await connection.execute("DELETE FROM score_tally WHERE board_id = ?", [list])
        for shift in stride(from: 0, through: 48, by: 8) {
            _ = try await connection.execute(
                """
                INSERT INTO score_tally SELECT board_id, \(shift), sort_key >> \(shift), COUNT(*)
                FROM score_recalc_entry WHERE board_id = ? AND NOT is_hidden GROUP BY board_id, sort_key >> \(shift)
                """, [list])
        }
        _ = try await connection.execute("DELETE FROM score_recalc_entry WHERE board_id = ?", [list])
        _ = try await connection.execute(
            "UPDATE score_recalc SET finished_ms = ?, promoted_ms = ? WHERE board_id = ?",
            [.integer(now.unixMilliseconds), .integer(now.unixMilliseconds), list])
    }

    /// What moderators decided while scores were computed.
    private func settleHidden(on list: ScoreList, now: Instant) async throws {
        let users = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT e.user_id, \(Self.hiding) FROM score_entry e JOIN score_board b ON b.id = e.board_id
                  JOIN score_user u ON u.id = e.user_id
                WHERE e.board_id = ? AND e.is_hidden <> \(Self.hiding)
                """, [.integer(list.number)]
            ) { row throws(DatabaseError) in (number: try row.int64(0), hides: try row.bool(1)) }
        }
        for user in users { try await revise(list.number, user: user.number, hides: user.hides, now: now) }
    }

    /// Computes one player of a list anew, at once.
    ///
    /// - Returns: the score before and after; nil where they have none.
    package func recalculate(
        _ user: HouseUser, on list: ScoreList, now: Instant
    ) async throws -> (before: Int64?, after: Int64?) {
        try await pool.transaction { connection in
            let number: Value = .integer(list.number)
            let change = try await connection.query(
                "SELECT change_number FROM score_board WHERE id = ? FOR UPDATE", [number]
            ) { row throws(DatabaseError) in try row.int64(0) }[0]
            let work = Recalculation(
                list: list, sources: try await sources(of: list, on: connection), lastUser: 0, done: 0, leftOut: 0)
            let before = try await connection.query(
                "SELECT score, sort_key, is_hidden FROM score_entry WHERE board_id = ? AND user_id = ? FOR UPDATE",
                [number, .integer(user.number)]
            ) { row throws(DatabaseError) in
                (score: try row.int64(0), key: try row.int64(1), isHidden: try row.bool(2))
            }.first
            let after = try await replay([user.number], of: work, on: connection).entries.first
            if before?.score == after?.score { return (before?.score, after?.score) }
            let next = max(change, after?.reached ?? 0) + 1
            _ = try await connection.execute(
                """
                UPDATE score_board SET change_number = ?, changed_ms = GREATEST(COALESCE(changed_ms, 0), ?) WHERE id = ?
                """,
                [.integer(next), .integer(now.unixMilliseconds), number])
            _ = try await connection.execute("INSERT INTO score_revision VALUES (?, ?)", [number, .integer(next)])
            if let before, !before.isHidden {
                try await Self.count(before.key, of: list.number, hides: true, on: connection)
            }
            _ = try await connection.execute(
                "DELETE FROM score_entry WHERE board_id = ? AND user_id = ?", [number, .integer(user.number)])
            guard let after else { return (before?.score, nil) }
            _ = try await connection.execute(
                """
                INSERT INTO score_entry
                  (board_id, user_id, score, sort_key, reached, last_change, changed_ms, is_hidden)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    number, .integer(user.number), .integer(after.score), .integer(after.key),
                    .integer(after.reached), .integer(next), .integer(after.changed.unixMilliseconds),
                    .integer(after.isHidden ? 1 : 0),
                ])
            if !after.isHidden { try await Self.count(after.key, of: list.number, hides: false, on: connection) }
            return (before?.score, after.score)
        }
    }
}
