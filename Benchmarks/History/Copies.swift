import MariaDB
import Rankings
import Storage

/// Further events with the rows of the first, written by the server itself.
struct Copies {
    let store: Store
    let pool: Pool
    let simulated: SimulatedEvent

    func make(_ count: Int) async throws {
        if count < 1 { return }
        report("copying the event \(count) times …")
        let events = (0..<count).map { simulated.event(named: "sim-copy-\($0)") }
        try await store.register(events)
        let first = try await number(of: simulated.event.boards[0].id)
        for event in events {
            let copy = try await number(of: event.boards[0].id)
            try await pool.transaction { connection in
                for (table, columns) in Self.tables {
                    _ = try await connection.execute(
                        """
                        INSERT INTO \(table) (board_id, \(columns)) SELECT ?, \(columns) FROM \(table)
                        WHERE board_id = ?
                        """, [.integer(copy), .integer(first)])
                }
            }
        }
    }

    private static let tables = [
        ("slot", "slot, owner, expires_at, outcome, latency_ms, base_slot, seen, delta"),
        ("player_change", "player_id, slot, `rank`, score, name_id"),
        ("border_hour", "`rank`, hour, changes"),
    ]

    private func number(of board: BoardID) async throws -> Int64 {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT b.id FROM board b JOIN event e ON e.id = b.event_id WHERE e.name = ?",
                [.text(board.event.rawValue)]
            ) { row throws(DatabaseError) in try row.int64(0) }
        }[0]
    }
}
