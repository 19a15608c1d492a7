import History
import MariaDB
package import Rankings

extension Store {
    /// The course of every border of a board up to a slot, by rank: one point an hour, and the newest.
    package func courses(of id: BoardID, through slot: Slot) async throws -> [BorderCourse] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await courses(of: stored, through: slot, on: connection)
        }
    }

    /// How many boards were announced at or before the instant: the cheap sign that `finishedBoards` has something new.
    package func finishedCount(endedBy instant: Instant) async throws -> Int {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT COUNT(*) FROM board WHERE announces_at <= ?", [.integer(instant.unixMilliseconds)]
            ) { row throws(DatabaseError) in try row.int(0) }
        }.first ?? 0
    }

    /// Boards that ended at or before the instant and were announced, newest first, with their courses.
    ///
    /// - Parameter limit: the most boards that are read; each costs some milliseconds.
    package func finishedBoards(endedBy instant: Instant, limit: Int) async throws -> [FinishedBoard] {
        let boards = try await select(
            "WHERE b.announces_at <= ? ORDER BY b.ends_at DESC, b.id DESC LIMIT ?",
            [.integer(instant.unixMilliseconds), .integer(Int64(limit))])
        var finished: [FinishedBoard] = []
        for stored in boards {
            let courses = try await pool.withConnection { connection in
                try await self.courses(of: stored, through: Slot(containing: stored.board.times.closes), on: connection)
            }
            finished.append(
                FinishedBoard(
                    game: stored.event.game, event: stored.event.id, kind: stored.event.kind, board: stored.board,
                    courses: courses.map { $0.endingAt(Slot(containing: stored.board.times.ends)) }))
        }
        return finished
    }

    private struct RankedPoint: Sendable {
        let rank: Int
        let point: BorderCourse.Point
    }

    private func courses(
        of stored: StoredBoard, through slot: Slot, on connection: Connection
    ) async throws -> [BorderCourse] {
        let points = try await connection.query(
            """
            SELECT c.slot, c.`rank`, c.score FROM key_frame f
            JOIN border_change c ON c.board_id = f.board_id AND c.slot = f.slot
            WHERE f.board_id = ? AND f.slot <= ? AND c.score IS NOT NULL ORDER BY c.slot
            """,
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in
            RankedPoint(
                rank: try row.int(1),
                point: BorderCourse.Point(slot: Slot(unixMinute: try row.int64(0)), score: try row.int64(2)))
        }
        var byRank = Dictionary(grouping: points, by: \.rank).mapValues { $0.map(\.point) }
        let newest = try await newestAccepted(of: stored, at: slot, on: connection)
        if let newest {
            for border in try await snapshot(of: stored, at: slot, on: connection).borders {
                let point = BorderCourse.Point(slot: newest.slot, score: border.score)
                if byRank[border.rank]?.last?.slot != newest.slot { byRank[border.rank, default: []].append(point) }
            }
        }
        return byRank.sorted { $0.key < $1.key }.map { BorderCourse(rank: $0.key, points: $0.value) }
    }
}

extension BorderCourse {
    /// The course with everything read after the end folded into one point at the end: the announced result.
    fileprivate func endingAt(_ end: Slot) -> BorderCourse {
        guard let last = points.last, last.slot > end else { return self }
        let before = points.filter { $0.slot < end }
        return BorderCourse(rank: rank, points: before + [Point(slot: end, score: last.score)])
    }
}
