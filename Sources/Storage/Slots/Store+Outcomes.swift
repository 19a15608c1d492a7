import MariaDB
package import Rankings

extension Store {
    /// How far back an abandoned claim is looked for.
    private static let abandonedMinutes = 120

    /// Outcomes of the slots after `after` up to and including `through`, oldest first. Slots that are claimed and not
    /// concluded have none yet.
    package func outcomes(of id: BoardID, after: Slot, through: Slot) async throws -> [SlotOutcome] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT slot, outcome, reason, latency_ms FROM slot
                WHERE board_id = ? AND slot > ? AND slot <= ? AND outcome IS NOT NULL ORDER BY slot
                """,
                [.integer(stored.number), .integer(after.unixMinute), .integer(through.unixMinute)],
                SlotOutcome.init(row:))
        }
    }

    /// The newest slot that is claimed or concluded; nil where the board was never read.
    package func newestSlot(of id: BoardID) async throws -> Slot? {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query("SELECT MAX(slot) FROM slot WHERE board_id = ?", [.integer(stored.number)]) {
                row throws(DatabaseError) in try row.int64OrNil(0)
            }
        }.first?.map(Slot.init(unixMinute:))
    }

    /// The slots from `first` up to, not including, `end` that are claimed and not concluded, oldest first.
    package func openSlots(of id: BoardID, from first: Slot, before end: Slot) async throws -> [Slot] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                "SELECT slot FROM slot WHERE board_id = ? AND slot >= ? AND slot < ? AND outcome IS NULL ORDER BY slot",
                [.integer(stored.number), .integer(first.unixMinute), .integer(end.unixMinute)]
            ) { row throws(DatabaseError) in Slot(unixMinute: try row.int64(0)) }
        }
    }

    /// Gives the slots the outcome `missed` where they have none: those never claimed, and those whose owner died.
    ///
    /// - Parameter newest: the newest slot that is claimed or concluded; abandoned claims are looked for in the two
    ///   hours up to it, which costs the same however long the board has run.
    /// - Returns: how many slots were concluded.
    @discardableResult
    package func markMissed(_ slots: [Slot], of id: BoardID, newest: Slot, reason: String) async throws -> Int {
        let stored = try await board(id)
        return try await pool.transaction { connection in
            let abandoned = try await concludeAbandoned(of: stored, newest: newest, on: connection)
            guard !slots.isEmpty else { return abandoned }
            let inserted = try await connection.executeBatch(
                "INSERT IGNORE INTO slot (board_id, slot, outcome, reason) VALUES (?, ?, 'missed', ?)",
                [
                    .integers(slots.map { _ in stored.number }), .integers(slots.map(\.unixMinute)),
                    .texts(slots.map { _ in reason }),
                ])
            return abandoned + inserted.affectedRows
        }
    }

    /// Gives slots whose owner died the outcome `missed`; see `markMissed(_:of:newest:reason:)`.
    package func markAbandoned(of id: BoardID, newest: Slot) async throws {
        let stored = try await board(id)
        try await pool.transaction { connection in
            _ = try await concludeAbandoned(of: stored, newest: newest, on: connection)
        }
    }

    private func concludeAbandoned(
        of stored: StoredBoard, newest: Slot, on connection: Connection
    ) async throws -> Int {
        try await connection.execute(
            """
            UPDATE slot SET outcome = 'missed', reason = 'the process that claimed it did not finish',
              epoch = epoch + 1
            WHERE board_id = ? AND slot > ? AND outcome IS NULL AND expires_at <= NOW(3)
            """,
            [.integer(stored.number), .integer((newest - Self.abandonedMinutes).unixMinute)]
        ).affectedRows
    }
}

extension SlotOutcome {
    /// Columns slot, outcome, reason, latency_ms.
    init(row: borrowing MariaDB.Row) throws(DatabaseError) {
        self.init(
            slot: Slot(unixMinute: try row.int64(0)), outcome: try Outcome(column: 1, of: row),
            reason: try row.textOrNil(2), latency: try row.int64OrNil(3).map { .milliseconds($0) })
    }
}
