import History
import MariaDB
package import Rankings

extension Store {
    /// Slots that are read at once: half a day of minutes, some hundred kilobytes.
    private static let span = 720

    /// How a rank of the list went, whoever held it, oldest first: what held at `from`, and what changed up to and
    /// including `through`. It is rebuilt from the boards of all its slots, which takes some 10 ms a day.
    package func rankSeries(of id: BoardID, rank: Int, from: Slot, through: Slot) async throws -> Series {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            var points: [Series.Point] = []
            func add(_ snapshot: Snapshot, at slot: Slot) {
                let row = snapshot.rows.first { $0.rank == rank }
                if row == nil, points.isEmpty || points.last?.score == nil { return }
                if let last = points.last, last.score == row?.score { return }
                points.append(Series.Point(slot: slot, rank: row.map { _ in rank }, score: row?.score))
            }
            let kept = try await self.snapshot(of: stored, at: from, on: connection)
            var snapshot = kept?.snapshot ?? Snapshot()
            add(snapshot, at: from)
            var read = from
            while read < through {
                let last = min(through, read + Self.span)
                for (slot, isWhole, delta) in try await deltas(of: stored, after: read, through: last, on: connection) {
                    snapshot = try (isWhole ? Snapshot() : snapshot).applying(delta, at: slot, of: stored)
                    add(snapshot, at: slot)
                }
                read = last
            }
            return Series(points: points)
        }
    }

    /// What changed at the slots after `after` up to and including `through`, oldest first.
    private func deltas(
        of stored: StoredBoard, after: Slot, through: Slot, on connection: Connection
    ) async throws -> [(slot: Slot, isWhole: Bool, delta: Delta)] {
        try await connection.query(
            """
            SELECT slot, base_slot = slot, delta FROM slot
            WHERE board_id = ? AND slot > ? AND slot <= ? AND delta IS NOT NULL ORDER BY slot
            """,
            [.integer(stored.number), .integer(after.unixMinute), .integer(through.unixMinute)]
        ) { row throws(DatabaseError) in
            (slot: Slot(unixMinute: try row.int64(0)), isWhole: try row.bool(1), delta: Delta(bytes: try row.bytes(2)))
        }
    }
}
