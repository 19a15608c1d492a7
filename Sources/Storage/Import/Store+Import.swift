import History
import MariaDB
package import Rankings

extension Store {
    /// Rows in one transaction of an import.
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
        var kept = try await pool.withConnection { connection in
            try await self.snapshot(of: stored, at: first, on: connection)
        }
        var pending = ImportRows(board: stored.number)
        for (slot, observations) in bySlot where !known.contains(slot) {
            let before = kept?.snapshot ?? Snapshot()
            let after = before.observing(observations, at: slot)
            let delta = SlotDelta(from: kept, to: after, at: slot, isFinal: slot.start >= stored.board.times.ends)
            pending.append(
                SlotOutcome(slot: slot, outcome: before == after ? .unchanged : .changed), delta: delta,
                changes: SeriesChanges(from: before, to: after))
            kept = delta.kept(after, at: slot)
            added += 1
            if pending.count >= Self.batch {
                try await insert(pending)
                pending = ImportRows(board: stored.number)
            }
        }
        try await insert(pending)
        return added
    }

    private func insert(_ rows: ImportRows) async throws {
        if rows.isEmpty { return }
        try await pool.transaction { connection in try await rows.insert(on: connection) }
    }
}

extension Snapshot {
    /// The snapshot with the observed borders; a rank that was not observed keeps its score.
    fileprivate func observing(_ observations: [BorderObservation], at slot: Slot) -> Snapshot {
        let observed = Set(observations.map(\.rank))
        let kept = borders.filter { !observed.contains($0.rank) }.map { Border(rank: $0.rank, score: $0.score) }
        return reading(
            entries: nil, borders: observations.map { Border(rank: $0.rank, score: $0.score) } + kept, at: slot)
    }
}
