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

    /// How many slots of a board were seen up to each of the slots, in their order.
    package func seenCounts(of id: BoardID, at slots: [Slot]) async throws -> [Int] {
        guard let first = slots.min(), let last = slots.max() else { return [] }
        let stored = try await board(id)
        let counts = try await pool.withConnection { connection in
            try await connection.query(
                """
                (SELECT slot, seen FROM slot WHERE board_id = ? AND slot < ? AND base_slot IS NOT NULL
                  ORDER BY slot DESC LIMIT 1)
                UNION ALL
                (SELECT slot, seen FROM slot WHERE board_id = ? AND slot BETWEEN ? AND ? AND base_slot IS NOT NULL)
                ORDER BY slot
                """,
                [
                    .integer(stored.number), .integer(first.unixMinute), .integer(stored.number),
                    .integer(first.unixMinute), .integer(last.unixMinute),
                ]
            ) { row throws(DatabaseError) in (slot: Slot(unixMinute: try row.int64(0)), seen: try row.int(1)) }
        }
        var rest = counts[...]
        var seen = 0
        var found = [Int](repeating: 0, count: slots.count)
        for place in slots.indices.sorted(by: { slots[$0] < slots[$1] }) {
            while let next = rest.first, next.slot <= slots[place] {
                seen = next.seen
                rest.removeFirst()
            }
            found[place] = seen
        }
        return found
    }
}
