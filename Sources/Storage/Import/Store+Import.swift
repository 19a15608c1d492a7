import History
import MariaDB
package import Rankings

extension Store {
    /// Change rows in one transaction of an import.
    private static let batch = 20_000

    /// Adds recorded borders to a board, after what it has. A slot that has an outcome stays as it is: importing the
    /// same file twice changes nothing.
    ///
    /// - Parameter observations: by slot; a rank that is not observed at a slot keeps its score.
    /// - Returns: how many slots were added.
    /// - Throws: `StorageError.importBehindReadings` where an observation is older than what the board has.
    package func importBorders(_ observations: [BorderObservation], of id: BoardID) async throws -> Int {
        let stored = try await board(id)
        let bySlot = Dictionary(grouping: observations, by: \.slot).sorted { $0.key < $1.key }
        guard let newest = bySlot.last?.key else { return 0 }
        let known = Set(
            try await outcomes(of: id, after: Slot(unixMinute: -1), through: newest).map(\.slot))
        guard let first = bySlot.first(where: { !known.contains($0.key) })?.key else { return 0 }
        if let later = try await newestSlot(of: id), later > first {
            throw StorageError.importBehindReadings(board: id.description, slot: later.description)
        }
        var added = 0
        var snapshot = try await pool.withConnection { connection in
            try await self.snapshot(of: stored, at: first, on: connection)
        }
        var frame: Slot? = try await pool.withConnection { connection in
            try await newestFrame(of: stored, at: first, on: connection)
        }
        var pending = ImportRows(board: stored.number)
        for (slot, borders) in bySlot where !known.contains(slot) {
            let observed = borders.map { Border(rank: $0.rank, score: $0.score) }
            let kept = snapshot.borders.filter { old in !observed.contains { $0.rank == old.rank } }
            let next = snapshot.reading(
                entries: nil, borders: observed + kept.map { Border(rank: $0.rank, score: $0.score) }, at: slot)
            let isFrame = KeyFrame.isDue(at: slot, last: frame)
            pending.append(
                slot: slot, isFrame: isFrame, changes: .between(isFrame ? Snapshot() : snapshot, next),
                isFinal: slot.start >= stored.board.times.ends)
            if isFrame { frame = slot }
            snapshot = next
            added += 1
            if pending.changes.count >= Self.batch {
                try await insert(pending)
                pending = ImportRows(board: stored.number)
            }
        }
        try await insert(pending)
        return added
    }

    private func insert(_ rows: ImportRows) async throws {
        if rows.slots.isEmpty { return }
        try await pool.transaction { connection in
            let boards = Column.integers(rows.slots.map { _ in rows.board })
            _ = try await connection.executeBatch(
                "INSERT INTO slot (board_id, slot, outcome, is_final) VALUES (?, ?, 'changed', ?)",
                [boards, .integers(rows.slots), .integers(rows.finals)])
            if !rows.frames.isEmpty {
                _ = try await connection.executeBatch(
                    "INSERT INTO key_frame (board_id, slot) VALUES (?, ?)",
                    [.integers(rows.frames.map { _ in rows.board }), .integers(rows.frames)])
            }
            try await rows.changes.insert(on: connection)
        }
    }
}
