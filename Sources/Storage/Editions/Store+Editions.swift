import MariaDB
package import Rankings

extension Store {
    /// Fixes which forecast the edition of a slot shows: the newest one now, once and for ever.
    ///
    /// - Returns: what the edition is made of; nil where the slot has no outcome yet.
    package func openEdition(of id: BoardID, at slot: Slot) async throws -> EditionRecord? {
        let stored = try await board(id)
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                """
                UPDATE slot SET forecast_slot =
                  (SELECT COALESCE(MAX(f.slot), 0) FROM forecast f WHERE f.board_id = ? AND f.slot <= ?)
                WHERE board_id = ? AND slot = ? AND forecast_slot IS NULL AND outcome IS NOT NULL
                """,
                [
                    .integer(stored.number), .integer(slot.unixMinute), .integer(stored.number),
                    .integer(slot.unixMinute),
                ])
        }
        return try await edition(of: id, at: slot)
    }

    /// What the edition of a slot was made of; nil where the slot has no outcome. A slot whose edition was never opened
    /// shows no forecast.
    package func edition(of id: BoardID, at slot: Slot) async throws -> EditionRecord? {
        let stored = try await board(id)
        let outcome = try await outcomes(of: id, after: slot - 1, through: slot).first
        guard let outcome else { return nil }
        return try await pool.withConnection { connection in
            let made = try await connection.query(
                "SELECT forecast_slot FROM slot WHERE board_id = ? AND slot = ?",
                [.integer(stored.number), .integer(slot.unixMinute)]
            ) { row throws(DatabaseError) in try row.int64OrNil(0) }
            guard let minute = made.first ?? nil, minute > 0 else {
                return EditionRecord(outcome: outcome, forecast: nil, document: nil)
            }
            let found = try await forecast(of: stored, madeAt: Slot(unixMinute: minute), on: connection)
            return EditionRecord(outcome: outcome, forecast: found?.forecast, document: found?.document)
        }
    }

    /// Notes that the edition is visible to readers.
    package func noteEditionPublished(of id: BoardID, at slot: Slot, now: Instant) async throws {
        let stored = try await board(id)
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "UPDATE slot SET published_at = ? WHERE board_id = ? AND slot = ? AND published_at IS NULL",
                [.integer(now.unixMilliseconds), .integer(stored.number), .integer(slot.unixMinute)])
        }
    }

    /// The newest slot with an outcome and whether its edition is out; nil where the board has none.
    package func newestEdition(of id: BoardID) async throws -> (slot: Slot, isPublished: Bool)? {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT slot, published_at IS NOT NULL FROM slot WHERE board_id = ? AND outcome IS NOT NULL
                ORDER BY slot DESC LIMIT 1
                """,
                [.integer(stored.number)]
            ) { row throws(DatabaseError) in
                (slot: Slot(unixMinute: try row.int64(0)), isPublished: try row.int(1) != 0)
            }
        }.first
    }

    /// The newest slot readers can see of each board that has one.
    package func newestPublishedSlots() async throws -> [BoardID: Slot] {
        let found = try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT e.name, b.name, (SELECT s.slot FROM slot s WHERE s.board_id = b.id AND s.published_at IS NOT NULL
                  ORDER BY s.slot DESC LIMIT 1)
                FROM board b JOIN event e ON e.id = b.event_id
                """
            ) { row throws(DatabaseError) in
                (
                    board: BoardID(event: EventID(rawValue: try row.text(0)), name: try row.text(1)),
                    slot: try row.int64OrNil(2).map(Slot.init(unixMinute:))
                )
            }
        }
        return Dictionary(
            found.compactMap { pair in pair.slot.map { (pair.board, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Delays from a slot's start to its edition, over all boards that are open: of the slots after the given one that
    /// a process claimed in their time.
    package func publicationDelays(after slot: Slot) async throws -> [Duration] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT s.published_at - s.slot * 60000 FROM board b
                JOIN slot s ON s.board_id = b.id AND s.slot > ? AND s.published_at IS NOT NULL
                  AND s.owner IS NOT NULL
                WHERE b.is_settled = 0
                """,
                [.integer(slot.unixMinute)]
            ) { row throws(DatabaseError) in .milliseconds(try row.int64(0)) }
        }
    }
}
