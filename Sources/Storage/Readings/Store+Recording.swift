import History
import MariaDB
package import Rankings

extension Store {
    /// Records a reading and concludes its claim, in one durable transaction: what differs from the slot before, whole
    /// once an hour. A reading that is refused leaves the board as it was, and its reason stays with the slot.
    ///
    /// - Parameters:
    ///   - reason: why a part is missing, where one is.
    ///   - latency: from the planned instant to the end of the upstream's answer.
    ///   - refusal: why the reading cannot follow the newest standing; nil accepts it.
    /// - Returns: the outcome the slot got.
    /// - Throws: `StorageError.fenced` where the claim is another's now; then nothing was changed.
    package func record(
        _ reading: Reading, claim: Claim, reason: String? = nil, latency: Duration? = nil,
        refusal: @escaping @Sendable (Standing) -> String? = { _ in nil }
    ) async throws -> SlotOutcome {
        let stored = try await board(reading.board)
        let entries = try await numbered(reading, of: stored)
        return try await pool.transaction { connection in
            // Holds the board: its readings are recorded one at a time, each on top of the one before.
            try await verify(claim, of: stored, on: connection)
            func conclude(_ outcome: Outcome, _ reason: String?, _ kept: SlotDelta? = nil) async throws -> SlotOutcome {
                let outcome = SlotOutcome(slot: reading.slot, outcome: outcome, reason: reason, latency: latency)
                try await self.conclude(claim, of: stored, as: outcome, delta: kept, on: connection)
                return outcome
            }
            let newest = try await newestSnapshot(of: stored, on: connection)
            if let newest, newest.asOf > reading.slot {
                return try await conclude(.missed, "arrived after a newer slot")
            }
            let standing = try await standings(of: stored, [(reading.slot, newest)], on: connection)[0]
            if let refused = refusal(standing) { return try await conclude(.refused, refused) }
            let before = newest?.snapshot ?? Snapshot()
            let after = before.reading(entries: entries, borders: reading.borders, at: reading.slot)
            try await SeriesRows(SeriesChanges(from: before, to: after), board: stored.number, slot: reading.slot)
                .insert(on: connection)
            let isPartial = reading.entries == nil || reading.borders == nil
            return try await conclude(
                isPartial ? .partial : before == after ? .unchanged : .changed, reason,
                SlotDelta(
                    from: newest, to: after, at: reading.slot, isFinal: reading.isFinal))
        }
    }

    private func numbered(_ reading: Reading, of stored: StoredBoard) async throws -> [Snapshot.NumberedEntry]? {
        guard let entries = reading.entries else { return nil }
        return try await pool.withConnection { connection in
            let players = try await number(entries.map(\.player), of: stored, on: connection)
            let names = try await number(entries.map { NameBytes($0.name) }, on: connection)
            return try entries.map { entry in
                guard let player = players[entry.player], let name = names[NameBytes(entry.name)] else {
                    throw StorageError.notNumbered(what: "an entry of \(stored.board.id)")
                }
                return Snapshot.NumberedEntry(rank: entry.rank, player: player, name: name, score: entry.score)
            }
        }
    }
}
