import History
import MariaDB
package import Rankings

extension Store {
    /// The course of every border of a board and of the followed ranks among its entries up to a slot, by rank: one
    /// point an hour, and the newest.
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

    private func courses(
        of stored: StoredBoard, through slot: Slot, on connection: Connection
    ) async throws -> [BorderCourse] {
        var points: [Int: [BorderCourse.Point]] = [:]
        let hourly = try await hourlySnapshots(of: stored, through: slot, on: connection)
        for (slot, snapshot) in hourly {
            for (rank, score) in snapshot.followed {
                points[rank, default: []].append(BorderCourse.Point(slot: slot, score: score))
            }
        }
        if let newest = try await snapshot(of: stored, at: slot, on: connection), newest.asOf != hourly.last?.slot {
            for (rank, score) in newest.snapshot.followed {
                points[rank, default: []].append(BorderCourse.Point(slot: newest.asOf, score: score))
            }
        }
        return points.sorted { $0.key < $1.key }.map { BorderCourse(rank: $0.key, points: $0.value) }
    }
}

extension Snapshot {
    /// The scores at the borders, and at the followed ranks that are none. A rank among the entries is a place: of
    /// players who share one, the next have it.
    fileprivate var followed: [(rank: Int, score: Int64)] {
        let bordering = Set(borders.map(\.rank))
        return borders.map { ($0.rank, $0.score) }
            + TopRanks.followed.filter { $0 <= rows.count && !bordering.contains($0) }.map { ($0, rows[$0 - 1].score) }
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
