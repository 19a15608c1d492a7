import History
import MariaDB
package import Rankings

extension Store {
    /// Records an accepted reading and concludes its claim, in one durable transaction: what differs from the standing
    /// before, whole once an hour.
    ///
    /// - Parameters:
    ///   - reason: why a part is missing, where one is.
    ///   - latency: from the planned instant to the end of the upstream's answer.
    /// - Returns: the outcome the slot got.
    /// - Throws: `StorageError.fenced` where the claim is another's now; then nothing was changed.
    package func record(
        _ reading: Reading, claim: Claim, reason: String? = nil, latency: Duration? = nil
    ) async throws -> SlotOutcome {
        let stored = try await board(reading.board)
        let entries = try await numbered(reading, of: stored)
        return try await pool.transaction { connection in
            // Readings of one board are recorded one at a time, each on top of the one before.
            _ = try await connection.query("SELECT id FROM board WHERE id = ? FOR UPDATE", [.integer(stored.number)]) {
                row throws(DatabaseError) in try row.int64(0)
            }
            try await verify(claim, of: stored, on: connection)
            guard try await isNewest(reading.slot, of: stored, on: connection) else {
                let late = SlotOutcome(
                    slot: reading.slot, outcome: .missed, reason: "arrived after a newer slot", latency: latency)
                try await conclude(claim, of: stored, as: late, isFinal: false, on: connection)
                return late
            }
            let before = try await snapshot(of: stored, at: reading.slot, on: connection)
            let after = before.reading(entries: entries, borders: reading.borders, at: reading.slot)
            let changes = Changes.between(before, after)
            try await keep(after, changes: changes, of: stored, at: reading.slot, on: connection)
            let isPartial = reading.entries == nil || reading.borders == nil
            let outcome = SlotOutcome(
                slot: reading.slot, outcome: isPartial ? .partial : changes.isEmpty ? .unchanged : .changed,
                reason: reason, latency: latency)
            try await conclude(claim, of: stored, as: outcome, isFinal: reading.isFinal, on: connection)
            return outcome
        }
    }

    private func numbered(_ reading: Reading, of stored: StoredBoard) async throws -> [Snapshot.NumberedEntry]? {
        guard let entries = reading.entries else { return nil }
        return try await pool.withConnection { connection in
            let players = try await number(entries.map(\.player), of: stored, on: connection)
            let names = try await number(entries.map { NameBytes($0.name) }, on: connection)
            return try entries.map { entry in
                guard let player = players[entry.player], let name = names[NameBytes(entry.name)] else {
                    throw StorageError.notNumbered(what: "an entry of \(stored.board.id)")
                }
                return Snapshot.NumberedEntry(rank: entry.rank, player: player, name: name, score: entry.score)
            }
        }
    }

    private func isNewest(_ slot: Slot, of stored: StoredBoard, on connection: Connection) async throws -> Bool {
        try await connection.query(
            """
            SELECT slot FROM slot WHERE board_id = ? AND slot > ? AND outcome IN ('changed', 'unchanged', 'partial')
            LIMIT 1
            """,
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in try row.int64(0) }.isEmpty
    }

    /// Writes the changes of a slot, or the whole snapshot where a key frame is due.
    func keep(
        _ snapshot: Snapshot, changes: Changes, of stored: StoredBoard, at slot: Slot, on connection: Connection
    ) async throws {
        let last = try await newestFrame(of: stored, at: slot, on: connection)
        guard KeyFrame.isDue(at: slot, last: last) else {
            try await ChangeRows(changes, board: stored.number, slot: slot).insert(on: connection)
            return
        }
        _ = try await connection.execute(
            "INSERT INTO key_frame (board_id, slot) VALUES (?, ?)",
            [.integer(stored.number), .integer(slot.unixMinute)])
        let whole = Changes.between(Snapshot(), snapshot)
        try await ChangeRows(whole, board: stored.number, slot: slot).insert(on: connection)
    }
}
