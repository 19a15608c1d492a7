import Crypto
import MariaDB
package import Rankings
package import Scoring

extension Store {
    /// Players that are computed in one transaction.
    private static let recalculatedAtOnce = 500

    /// The lists of a board by its version's rules, one for each period that it or a version before has; those that are
    /// not there yet are opened.
    package func recalculatedLists(of board: HouseBoard) async throws -> [ScoreList] {
        let found = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT period, MAX(starts_ms), MAX(ends_ms) FROM score_board WHERE name = ? AND version <= ?
                GROUP BY period ORDER BY MIN(id)
                """, [.text(board.name), .integer(board.version)]
            ) { row throws(DatabaseError) in
                (period: try row.text(0), starts: try row.int64OrNil(1), ends: try row.int64OrNil(2))
            }
        }
        var lists: [ScoreList] = []
        for list in found {
            var times: Range<Instant>?
            if let starts = list.starts, let ends = list.ends, starts < ends {
                times = Instant(unixMilliseconds: starts)..<Instant(unixMilliseconds: ends)
            }
            lists.append(try await scores.open(board, period: list.period, times: times))
        }
        return lists
    }

    /// Goes on where a recalculation by the same rules was interrupted, or begins one.
    package func beginRecalculation(of list: ScoreList, now: Instant) async throws -> Recalculation {
        let rules = Self.digest(of: list.board)
        let number: Value = .integer(list.number)
        return try await pool.transaction { connection in
            let kept = try await connection.query(
                """
                SELECT last_user, done, left_out FROM score_recalc
                WHERE board_id = ? AND rules = ? AND finished_ms IS NULL FOR UPDATE
                """, [number, .bytes(rules)]
            ) { row throws(DatabaseError) in
                (lastUser: try row.int64(0), done: try row.int(1), leftOut: try row.int(2))
            }.first
            if kept == nil {
                for table in ["score_recalc_entry", "score_recalc_source"] {
                    _ = try await connection.execute("DELETE FROM \(table) WHERE board_id = ?", [number])
                }
                _ = try await connection.execute(
                    """
                    INSERT INTO score_recalc VALUES (?, ?, 0, 0, 0, ?, NULL, NULL) ON DUPLICATE KEY UPDATE
                      rules = VALUES(rules), last_user = 0, done = 0, left_out = 0, started_ms = VALUES(started_ms),
                      finished_ms = NULL
                    """, [number, .bytes(rules), .integer(now.unixMilliseconds)])
                for source in try await sources(of: list, on: connection) {
                    _ = try await connection.execute(
                        "INSERT INTO score_recalc_source VALUES (?, ?, ?, ?)",
                        [number, .integer(source.number), .integer(source.base), .integer(source.seen)])
                }
            }
            let sources = try await connection.query(
                "SELECT source_id, base, seen FROM score_recalc_source WHERE board_id = ? ORDER BY base, source_id",
                [number]
            ) { row throws(DatabaseError) in
                Recalculation.Source(number: try row.int64(0), base: try row.int64(1), seen: try row.int64(2))
            }
            return Recalculation(
                list: list, sources: sources, lastUser: kept?.lastUser ?? 0, done: kept?.done ?? 0,
                leftOut: kept?.leftOut ?? 0)
        }
    }

    /// Changes of the rules in between begin a recalculation anew.
    private static func digest(of board: HouseBoard) -> [UInt8] {
        let rules = "\(board.rule) \(board.order) \(board.scale) \(board.bounds) \(board.actions)"
        return Array(SHA256.hash(data: Array(rules.utf8)))
    }

    /// The lists whose actions count, by version.
    func sources(of list: ScoreList, on connection: Connection) async throws -> [Recalculation.Source] {
        let rows = try await connection.query(
            """
            SELECT id, change_number FROM score_board WHERE name = ? AND version <= ? AND period = ? ORDER BY version
            """, [.text(list.board.name), .integer(list.board.version), .text(list.period)]
        ) { row throws(DatabaseError) in (number: try row.int64(0), changes: try row.int64(1)) }
        var base: Int64 = 0
        return rows.map { row in
            defer { base += row.changes }
            return Recalculation.Source(number: row.number, base: base, seen: row.changes)
        }
    }

    /// Computes the next players, and keeps how far it came.
    ///
    /// - Returns: whether there were any.
    /// - Throws: `StorageError.recalculatedElsewhere`.
    package func recalculateSome(_ work: inout Recalculation) async throws -> Bool {
        let users = try await nextUsers(of: work)
        guard let last = users.last else { return false }
        let present = work
        let leftOut = try await pool.transaction { connection in
            let (entries, leftOut) = try await replay(users, of: present, on: connection)
            try await keep(entries, of: users, for: present, on: connection)
            let moved = try await connection.execute(
                """
                UPDATE score_recalc SET last_user = ?, done = done + ?, left_out = left_out + ?
                WHERE board_id = ? AND last_user = ? AND finished_ms IS NULL
                """,
                [
                    .integer(last), .integer(users.count), .integer(leftOut), .integer(present.list.number),
                    .integer(present.lastUser),
                ])
            if moved.affectedRows == 0 { throw StorageError.recalculatedElsewhere(present.list.board.name) }
            return leftOut
        }
        work.lastUser = last
        work.done += users.count
        work.leftOut += leftOut
        return true
    }

    /// Ascending; of all the lists whose actions count.
    private func nextUsers(of work: Recalculation) async throws -> [Int64] {
        var users: Set<Int64> = []
        for source in work.sources {
            users.formUnion(
                try await pool.withConnection { connection in
                    try await connection.query(
                        "SELECT user_id FROM score_entry WHERE board_id = ? AND user_id > ? ORDER BY user_id LIMIT ?",
                        [.integer(source.number), .integer(work.lastUser), .integer(Self.recalculatedAtOnce)]
                    ) { row throws(DatabaseError) in try row.int64(0) }
                })
        }
        return Array(users.sorted().prefix(Self.recalculatedAtOnce))
    }

    /// How many players a recalculation computes, at least.
    package func playerCount(of work: Recalculation) async throws -> Int {
        let sources = work.sources.map { String($0.number) }.joined(separator: ", ")
        return try await pool.withConnection { connection in
            try await connection.query(
                "SELECT COUNT(DISTINCT user_id) FROM score_entry WHERE board_id IN (\(sources))"
            ) { row throws(DatabaseError) in try row.int(0) }
        }[0]
    }
}
