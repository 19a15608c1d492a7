import History
import MariaDB
import Rankings

extension Store {
    /// Rewrites the rows of the first schema as deltas and series, board by board, then gives the new tables their
    /// names.
    func compactHistory(on connection: Connection) async throws {
        if try await hasTable("entry_change", on: connection) {
            let boards = try await connection.query("SELECT DISTINCT board_id FROM slot ORDER BY board_id") {
                row throws(DatabaseError) in try row.int64(0)
            }
            for board in boards { try await compact(board: board, on: connection) }
            _ = try await connection.execute(
                """
                RENAME TABLE slot TO slot_1, slot_2 TO slot, border_change TO border_change_1,
                  entry_change TO entry_change_1, key_frame TO key_frame_1
                """)
        } else {
            // The renaming was done before an interruption; the statements made this again.
            _ = try await connection.execute("DROP TABLE IF EXISTS slot_2")
        }
        _ = try await connection.execute("DROP TABLE IF EXISTS slot_1, border_change_1, entry_change_1, key_frame_1")
    }

    private func hasTable(_ name: String, on connection: Connection) async throws -> Bool {
        let found = try await connection.query(
            "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?", [.text(name)]
        ) { row throws(DatabaseError) in try row.int(0) }
        return !found.isEmpty
    }

    private func compact(board: Int64, on connection: Connection) async throws {
        let done = try await connection.query("SELECT 1 FROM slot_2 WHERE board_id = ? LIMIT 1", [.integer(board)]) {
            row throws(DatabaseError) in try row.int(0)
        }
        if !done.isEmpty { return }
        _ = try await connection.execute("START TRANSACTION")
        do {
            try await copySlots(of: board, on: connection)
            try await rewriteChanges(of: board, on: connection)
            _ = try await connection.execute("COMMIT")
        } catch {
            _ = try await connection.execute("ROLLBACK")
            throw error
        }
    }

    private func copySlots(of board: Int64, on connection: Connection) async throws {
        // Claims that are still open can be concluded by nobody: their owners ran the program before this one.
        _ = try await connection.execute(
            """
            INSERT INTO slot_2 (board_id, slot, owner, epoch, expires_at, outcome, reason, latency_ms, is_final,
              forecast_slot, published_at)
            SELECT board_id, slot, UNHEX(MD5(owner)), epoch, expires_at, outcome, reason, latency_ms, is_final,
              forecast_slot, published_at
            FROM slot WHERE board_id = ?
            """, [.integer(board)])
    }

    private func rewriteChanges(of board: Int64, on connection: Connection) async throws {
        let slots = try await connection.query(
            """
            SELECT s.slot, f.slot IS NOT NULL, s.is_final FROM slot s
            LEFT JOIN key_frame f ON f.board_id = s.board_id AND f.slot = s.slot
            WHERE s.board_id = ? AND s.outcome IN ('changed', 'unchanged', 'partial') ORDER BY s.slot
            """, [.integer(board)]
        ) { row throws(DatabaseError) in
            (slot: Slot(unixMinute: try row.int64(0)), isWhole: try row.bool(1), isFinal: try row.bool(2))
        }
        var kept: KeptSnapshot?
        var changes = InitialChanges()
        var deltas = DeltaUpdates(board: board)
        var series = SeriesRows()
        for (index, seen) in slots.enumerated() {
            if seen.isWhole {
                let next = slots[(index + 1)...].first(where: \.isWhole)?.slot ?? .end
                changes = try await InitialChanges(of: board, from: seen.slot, before: next, on: connection)
            }
            let before = kept?.snapshot ?? Snapshot()
            let after = changes.snapshot(after: seen.isWhole ? Snapshot() : before, at: seen.slot)
            let delta = SlotDelta(from: kept, to: after, at: seen.slot, isFinal: seen.isFinal)
            deltas.append(delta, at: seen.slot)
            series.append(SeriesChanges(from: before, to: after), board: board, slot: seen.slot)
            kept = delta.kept(after, at: seen.slot)
            if seen.isWhole {
                try await deltas.write(on: connection)
                try await series.insert(on: connection)
                (deltas, series) = (DeltaUpdates(board: board), SeriesRows())
            }
        }
        try await deltas.write(on: connection)
        try await series.insert(on: connection)
    }
}
