import History
import MariaDB
package import Rankings

extension Store {
    /// Slots that are read at once: half a day of minutes, some hundred kilobytes.
    private static let recordSpan = 720

    /// Hands over every slot of a board that has an outcome, oldest first, some hundred at a time: memory stays flat
    /// however many there are.
    package func forEachRecord(
        of id: BoardID, through: Slot, _ body: ([SlotRecord]) async throws -> Void
    ) async throws {
        let stored = try await board(id)
        var replay = RecordReplay(stored: stored)
        var after = Slot(unixMinute: -1)
        while true {
            let rows = try await pool.withConnection { connection in
                try await recordRows(of: stored, after: after, through: through, on: connection)
            }
            guard let last = rows.last?.outcome.slot else { return }
            after = last
            for row in rows { try replay.add(row) }
            let new = replay.unknown
            if !new.players.isEmpty || !new.names.isEmpty {
                let known = try await pool.withConnection { connection in
                    (
                        pseudonyms: try await self.pseudonyms(of: new.players, on: connection),
                        names: try await texts(of: new.names, on: connection)
                    )
                }
                replay.pseudonyms.merge(known.pseudonyms) { first, _ in first }
                replay.names.merge(known.names.mapValues { .some($0) }) { first, _ in first }
            }
            try await body(try replay.take())
        }
    }

    private func recordRows(
        of stored: StoredBoard, after: Slot, through: Slot, on connection: Connection
    ) async throws -> [RecordRow] {
        try await connection.query(
            """
            SELECT slot, outcome, reason, latency_ms, is_final, seen, base_slot = slot, delta FROM slot
            WHERE board_id = ? AND slot > ? AND slot <= ? AND outcome IS NOT NULL ORDER BY slot LIMIT ?
            """,
            [
                .integer(stored.number), .integer(after.unixMinute), .integer(through.unixMinute),
                .integer(Int64(Self.recordSpan)),
            ]
        ) { row throws(DatabaseError) in
            RecordRow(
                outcome: SlotOutcome(
                    slot: Slot(unixMinute: try row.int64(0)), outcome: try Outcome(column: 1, of: row),
                    reason: try row.textOrNil(2), latency: try row.int64OrNil(3).map { .milliseconds($0) }),
                isFinal: try row.bool(4), seen: try row.intOrNil(5) ?? 0,
                isWhole: row.isNull(6) ? false : try row.bool(6),
                delta: row.isNull(7) ? nil : Delta(bytes: try row.bytes(7)))
        }
    }
}
