import History
import MariaDB
import Rankings

extension Store {
    /// Keeps what a refused reading shows, and tells whether it is to be believed after all: the refusals right before
    /// it were as many as the limit, and each could follow the one before.
    ///
    /// - Parameters:
    ///   - entries: of the reading; their names are not kept.
    ///   - newest: the standing that the reading cannot follow.
    ///   - limit: 0 believes never, and an announced result is never given up.
    func isBelieved(
        _ reading: Reading, numbered entries: [Snapshot.NumberedEntry]?, of stored: StoredBoard,
        after newest: KeptSnapshot?, limit: Int, refusal: (Standing) -> String?, on connection: Connection
    ) async throws -> Bool {
        if limit == 0 || newest?.isFinal == true { return false }
        var agreeing = 0
        if let refused = try await newestRefused(of: stored, after: newest?.asOf, on: connection) {
            let state = KeptSnapshot(
                snapshot: refused.state, asOf: refused.slot, base: refused.slot, seen: 0, isFinal: false)
            if let standing = try await known(state, of: stored, at: reading.slot, on: connection),
                refusal(standing) == nil
            {
                agreeing = refused.agreeing
            }
        }
        if agreeing >= limit { return true }
        let shown = (newest?.snapshot ?? Snapshot()).reading(
            entries: entries?.map(\.withoutName), borders: reading.borders, at: reading.slot)
        _ = try await connection.execute(
            "REPLACE INTO refused_state (board_id, slot, agreeing, state) VALUES (?, ?, ?, ?)",
            [
                .integer(stored.number), .integer(reading.slot.unixMinute), .integer(Int64(agreeing + 1)),
                .bytes(Delta(from: Snapshot(), to: shown, at: reading.slot).bytes),
            ])
        return false
    }

    private struct Refused: Sendable {
        let slot: Slot
        /// Refusals in a row that agree, this one included.
        let agreeing: Int
        let state: Snapshot
    }

    /// What was refused last; nil where something was accepted since.
    private func newestRefused(
        of stored: StoredBoard, after accepted: Slot?, on connection: Connection
    ) async throws -> Refused? {
        let found = try await connection.query(
            "SELECT slot, agreeing, state FROM refused_state WHERE board_id = ? AND slot > ?",
            [.integer(stored.number), .integer(accepted?.unixMinute ?? 0)]
        ) { row throws(DatabaseError) in
            (slot: Slot(unixMinute: try row.int64(0)), agreeing: try row.int(1), delta: Delta(bytes: try row.bytes(2)))
        }
        guard let refused = found.first else { return nil }
        return Refused(
            slot: refused.slot, agreeing: refused.agreeing,
            state: try Snapshot().applying(refused.delta, at: refused.slot, of: stored))
    }

    /// The standing of a refused state; nil where one of its players is known no more.
    private func known(
        _ state: KeptSnapshot, of stored: StoredBoard, at slot: Slot, on connection: Connection
    ) async throws -> Standing? {
        do {
            return try await standings(of: stored, [(slot, state)], on: connection)[0]
        } catch StorageError.notNumbered {
            return nil
        }
    }
}

extension Snapshot.NumberedEntry {
    /// The entry of a player whose name is not kept.
    var withoutName: Self { Self(rank: rank, player: player, name: History.Row.noName, score: score) }
}
