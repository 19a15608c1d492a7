import MariaDB
package import Rankings

extension Store {
    /// The slots of a board from one through another that have an outcome, oldest first.
    package func pastSlots(of id: BoardID, from first: Slot, through last: Slot) async throws -> [PastSlot] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT s.slot, s.outcome, s.reason, s.latency_ms, f.document FROM slot s
                LEFT JOIN forecast f ON f.board_id = s.board_id AND f.slot = s.forecast_slot
                WHERE s.board_id = ? AND s.slot BETWEEN ? AND ? AND s.outcome IS NOT NULL ORDER BY s.slot
                """,
                [.integer(stored.number), .integer(first.unixMinute), .integer(last.unixMinute)]
            ) { row throws(DatabaseError) in
                PastSlot(outcome: try SlotOutcome(row: row), forecast: try row.textOrNil(4))
            }
        }
    }

    /// The hours before one in which a board has outcomes, each by its first slot, oldest first.
    package func pastHours(of id: BoardID, before end: Slot) async throws -> [Slot] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT DISTINCT slot DIV 60 FROM slot WHERE board_id = ? AND slot < ? AND outcome IS NOT NULL
                ORDER BY 1
                """, [.integer(stored.number), .integer(end.unixMinute)]
            ) { row throws(DatabaseError) in Slot(unixMinute: try row.int64(0) * 60) }
        }
    }
}
