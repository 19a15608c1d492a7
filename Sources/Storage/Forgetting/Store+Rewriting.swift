import History
import MariaDB
import Rankings

extension Store {
    /// Whole boards of a board's history in one transaction, six of them an hour: some megabytes, a fraction of a
    /// second.
    private static let framesAtOnce = 144

    /// Gives every kept slot of a board another content, span by span: each begins with a whole board and can be
    /// rewritten alone. What the edit leaves as it is is not written.
    ///
    /// - Parameter edit: pure; applied to each standing of the board.
    /// - Returns: by how many bytes the deltas are shorter now.
    @discardableResult
    func rewriteHistory(
        of board: Int64, _ edit: @escaping @Sendable (Snapshot) -> Snapshot
    ) async throws -> Int {
        let frames = try await pool.withConnection { connection in
            try await connection.query(
                "SELECT slot FROM slot WHERE board_id = ? AND base_slot = slot ORDER BY slot", [.integer(board)]
            ) { row throws(DatabaseError) in Slot(unixMinute: try row.int64(0)) }
        }
        var freed = 0
        for start in stride(from: 0, to: frames.count, by: Self.framesAtOnce) {
            let next = start + Self.framesAtOnce
            // The last span is open: what is recorded meanwhile belongs to it.
            let end = next < frames.count ? frames[next] : Slot.end
            freed += try await pool.transaction { connection in
                try await rewrite(board, from: frames[start], before: end, edit, on: connection)
            }
        }
        return freed
    }

    private func rewrite(
        _ board: Int64, from first: Slot, before end: Slot, _ edit: (Snapshot) -> Snapshot, on connection: Connection
    ) async throws -> Int {
        // Readings of the board wait: each is recorded on top of the newest slot.
        _ = try await connection.query("SELECT id FROM board WHERE id = ? FOR UPDATE", [.integer(board)]) {
            row throws(DatabaseError) in try row.int64(0)
        }
        let kept = try await connection.query(
            """
            SELECT slot, base_slot = slot, delta FROM slot
            WHERE board_id = ? AND slot >= ? AND slot < ? AND delta IS NOT NULL ORDER BY slot
            """, [.integer(board), .integer(first.unixMinute), .integer(end.unixMinute)]
        ) { row throws(DatabaseError) in
            KeptDelta(
                slot: Slot(unixMinute: try row.int64(0)), isWhole: try row.bool(1),
                delta: Delta(bytes: try row.bytes(2)))
        }
        let rewritten = Self.rewritten(kept, edit)
        if !rewritten.isEmpty {
            _ = try await connection.executeBatch(
                "UPDATE slot SET delta = ? WHERE board_id = ? AND slot = ?",
                [
                    .bytes(rewritten.map { $0.delta?.bytes }), .integers(rewritten.map { _ in board }),
                    .integers(rewritten.map(\.slot.unixMinute)),
                ])
        }
        return rewritten.reduce(0) { $0 + $1.freed }
    }

    private struct KeptDelta: Sendable {
        let slot: Slot
        let isWhole: Bool
        let delta: Delta
    }

    /// The deltas that differ after the edit; a slot at which nothing differs any more has none. What is left of a
    /// span after damaged bytes can be read by nobody, and is left as it is.
    private static func rewritten(
        _ kept: [KeptDelta], _ edit: (Snapshot) -> Snapshot
    ) -> [(slot: Slot, delta: Delta?, freed: Int)] {
        var rewritten: [(slot: Slot, delta: Delta?, freed: Int)] = []
        var (before, editedBefore) = (Snapshot(), Snapshot())
        var isReadable = true
        for one in kept {
            if one.isWhole { (before, editedBefore, isReadable) = (Snapshot(), Snapshot(), true) }
            guard isReadable, let after = one.delta.after(before, at: one.slot) else {
                isReadable = false
                continue
            }
            let edited = edit(after)
            if edited != after || editedBefore != before {
                let isNothing = edited == editedBefore && !one.isWhole
                let delta = isNothing ? nil : Delta(from: editedBefore, to: edited, at: one.slot)
                if delta != one.delta {
                    rewritten.append((one.slot, delta, one.delta.bytes.count - (delta?.bytes.count ?? 0)))
                }
            }
            (before, editedBefore) = (after, edited)
        }
        return rewritten
    }
}

extension Delta {
    /// The snapshot it leads to; nil where its bytes are damaged.
    fileprivate func after(_ before: Snapshot, at slot: Slot) -> Snapshot? {
        do throws(DamagedDelta) { return try before.applying(self, at: slot) } catch { return nil }
    }
}
