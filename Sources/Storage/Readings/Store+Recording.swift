import History
import MariaDB
package import Rankings

extension Store {
    /// Records a reading and concludes its claim, in one durable transaction: what differs from the slot before, whole
    /// every ten minutes. A reading that is refused leaves the board as it was, and its reason stays with the slot.
    ///
    /// - Parameters:
    ///   - reason: why a part is missing, where one is.
    ///   - latency: from the planned instant to the end of the upstream's answer.
    ///   - believeAfter: refusals in a row that agree with each other after which the next reading is believed; 0:
    ///     never.
    ///   - refusal: why the reading cannot follow a standing; nil accepts it.
    /// - Returns: the outcome the slot got.
    /// - Throws: `StorageError.fenced` where the claim is another's now; then nothing was changed.
    package func record(
        _ reading: Reading, claim: Claim, reason: String? = nil, latency: Duration? = nil, believeAfter: Int = 0,
        refusal: @escaping @Sendable (Standing) -> String? = { _ in nil }
    ) async throws -> SlotOutcome {
        let stored = try await board(reading.board)
        for _ in 0..<Self.numberings {
            let entries = try await numbered(reading, of: stored)
            let outcome = try await record(
                reading, numbered: entries, of: stored, claim: claim, reason: reason, latency: latency,
                believeAfter: believeAfter, refusal: refusal)
            if let outcome { return outcome }
            // What this process remembered was removed by another.
            numbers.update { $0 = NumberCache.Tables(forgotten: $0.forgotten) }
        }
        throw StorageError.notNumbered(what: "a reading of \(reading.board), again and again")
    }

    /// Times a reading is numbered: once more is enough unless what was just made is removed at once.
    private static let numberings = 3

    /// - Returns: nil where a number the reading came with is gone; then nothing was changed.
    private func record(
        _ reading: Reading, numbered entries: [Snapshot.NumberedEntry]?, of stored: StoredBoard, claim: Claim,
        reason: String?, latency: Duration?, believeAfter: Int, refusal: @escaping @Sendable (Standing) -> String?
    ) async throws -> SlotOutcome? {
        try await pool.transaction { connection in
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
            var reasons = [reason].compactMap { $0 }
            if let refused = refusal(standing) {
                let isBelieved = try await isBelieved(
                    reading, numbered: entries, of: stored, after: newest, limit: believeAfter, refusal: refusal,
                    on: connection)
                if !isBelieved { return try await conclude(.refused, refused) }
                reasons.append("believed after \(believeAfter) refusals that agree: \(refused)")
            }
            let before = newest?.snapshot ?? Snapshot()
            var held: [Snapshot.NumberedEntry]?
            if let entries {
                held = try await hold(entries, after: before, on: connection)
                if held == nil { return nil }
            }
            let after = before.reading(entries: held, borders: reading.borders, at: reading.slot)
            try await SeriesRows(SeriesChanges(from: before, to: after), board: stored.number, slot: reading.slot)
                .insert(on: connection)
            return try await conclude(
                reading.isPartial ? .partial : before == after ? .unchanged : .changed,
                reasons.isEmpty ? nil : reasons.joined(separator: "; "),
                SlotDelta(
                    from: newest, to: after, at: reading.slot, isFinal: reading.isFinal))
        }
    }

    /// Keeps the players and names that the board did not have before from being removed until the transaction ends,
    /// and takes the names from those who were forgotten meanwhile.
    ///
    /// - Returns: nil where one of the numbers is gone.
    private func hold(
        _ entries: [Snapshot.NumberedEntry], after before: Snapshot, on connection: Connection
    ) async throws -> [Snapshot.NumberedEntry]? {
        let known = Dictionary(before.rows.map { ($0.player, $0.name) }) { first, _ in first }
        let new = entries.filter { known[$0.player] != $0.name }
        if new.isEmpty { return entries }
        let players = Set(new.map(\.player))
        let held = try await lookUp(
            "SELECT p.id, f.player_id IS NOT NULL FROM player p LEFT JOIN forgotten_player f ON f.player_id = p.id",
            where: "p.id", players.sorted().map { .integer($0) }, "LOCK IN SHARE MODE", on: connection
        ) { row throws(DatabaseError) in (player: try row.int64(0), isForgotten: try row.bool(1)) }
        guard Set(held.map(\.player)) == players else { return nil }
        let forgotten = Set(held.filter(\.isForgotten).map(\.player))
        numbers.update { $0.forgotten.formUnion(forgotten) }
        let names = Set(new.filter { !forgotten.contains($0.player) }.map(\.name)).subtracting([History.Row.noName])
        let heldNames = try await lookUp(
            "SELECT id FROM player_name", where: "id", names.sorted().map { .integer($0) }, "LOCK IN SHARE MODE",
            on: connection
        ) { row throws(DatabaseError) in try row.int64(0) }
        guard Set(heldNames) == names else { return nil }
        let given = new.filter { forgotten.contains($0.player) && $0.name != History.Row.noName }.map(\.name)
        if !given.isEmpty {
            _ = try await connection.executeBatch(
                "INSERT IGNORE INTO released_name (id) VALUES (?)", [.integers(given)])
        }
        return entries.map { forgotten.contains($0.player) ? $0.withoutName : $0 }
    }

    private func numbered(_ reading: Reading, of stored: StoredBoard) async throws -> [Snapshot.NumberedEntry]? {
        guard let entries = reading.entries else { return nil }
        return try await pool.withConnection { connection in
            let players = try await number(entries.map(\.player), of: stored, on: connection)
            let forgotten = try await forgotten(among: entries, players, on: connection)
            let named = entries.filter { players[$0.player].map { !forgotten.contains($0) } ?? true }
            let names = try await number(named.map { NameBytes($0.name) }, on: connection)
            return try entries.map { entry in
                guard let player = players[entry.player] else {
                    throw StorageError.notNumbered(what: "an entry of \(stored.board.id)")
                }
                let name = forgotten.contains(player) ? History.Row.noName : names[NameBytes(entry.name)]
                guard let name else { throw StorageError.notNumbered(what: "a name on \(stored.board.id)") }
                return Snapshot.NumberedEntry(rank: entry.rank, player: player, name: name, score: entry.score)
            }
        }
    }

    /// The numbers of those who are forgotten. Asked of the database for players with a name that may be new: it must
    /// not even be numbered.
    private func forgotten(
        among entries: [Entry], _ players: [PlayerID: Int64], on connection: Connection
    ) async throws -> Set<Int64> {
        let (known, unnamed) = numbers.read { tables in
            (tables.forgotten, entries.filter { tables.names[NameBytes($0.name)] == nil })
        }
        let asked = Set(unnamed.compactMap { players[$0.player] }).subtracting(known).sorted()
        let found = try await lookUp(
            "SELECT player_id FROM forgotten_player", where: "player_id", asked.map { .integer($0) }, on: connection
        ) { row throws(DatabaseError) in try row.int64(0) }
        if found.isEmpty { return known }
        numbers.update { $0.forgotten.formUnion(found) }
        return known.union(found)
    }
}
