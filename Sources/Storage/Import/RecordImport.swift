import History
import MariaDB
package import Rankings

/// Adds the slots of a board as a dump has them, many in one transaction.
///
/// A board may have slots already: of those the dump's are only compared, so that an import that was interrupted goes
/// on, and a newer dump of an event adds what is new.
package struct RecordImport {
    /// Rows in one transaction.
    private static let batch = 20_000

    /// A player as the store numbers it, with the name it was last seen under; nil for one who is forgotten.
    private struct Known {
        let player: Int64
        var name: NameBytes?
        var nameNumber: Int64
    }

    private let store: Store
    private let stored: StoredBoard
    /// The newest slot the board had when the import began; nil for an empty board.
    private let newest: Slot?
    /// Players whose names are not to be kept, whatever a dump says.
    private let forgotten: Set<Pseudonym>
    private var kept: KeptSnapshot?
    private var isCompared: Bool
    private var last: Slot?
    private var pending: ImportRows
    private var known: [Pseudonym: Known] = [:]
    private var names: [NameBytes: Int64] = [:]
    /// How many slots were added.
    package private(set) var added = 0

    package init(into store: Store, board: BoardID) async throws {
        self.store = store
        stored = try await store.board(board)
        newest = try await store.newestSlot(of: board)
        let game = stored.event.game
        forgotten = Set(
            try await store.forgottenPlayers().map(\.forgotten).filter { $0.game == game }.map(\.player))
        isCompared = newest == nil
        pending = ImportRows(board: stored.number)
    }

    /// Adds the next slots, oldest first.
    ///
    /// - Throws: `StorageError.importConflict` where the board's history differs from the dump's.
    package mutating func add(_ records: [SlotRecord]) async throws {
        try await number(records)
        for record in records {
            let isNew = newest.map { record.slot > $0 } ?? true
            if isNew && !isCompared { try await compare() }
            let delta = delta(of: record)
            last = record.slot
            if isNew {
                pending.append(record.outcome, delta: delta?.delta, changes: delta?.changes)
                added += 1
            }
            if pending.count >= Self.batch { try await insert() }
        }
    }

    /// Writes what is left. A board that went on after the dump was made is left alone.
    ///
    /// - Throws: `StorageError.importConflict`.
    package mutating func finish() async throws {
        if !isCompared && last == newest { try await compare() }
        try await insert()
    }

    private mutating func insert() async throws {
        let rows = pending
        if rows.isEmpty { return }
        try await store.pool.transaction { connection in try await rows.insert(on: connection) }
        pending = ImportRows(board: stored.number)
    }

    /// What the slot keeps; nil where it was not seen.
    private mutating func delta(of record: SlotRecord) -> (delta: SlotDelta, changes: SeriesChanges)? {
        guard let standing = record.standing else { return nil }
        let before = kept?.snapshot ?? Snapshot()
        let after = Snapshot(rows: standing.entries.map { row(of: $0) }, borders: standing.borders)
        let delta = SlotDelta(from: kept, to: after, at: record.slot, isFinal: standing.isFinal)
        kept = delta.kept(after, at: record.slot)
        return (delta, SeriesChanges(from: before, to: after))
    }

    private mutating func row(of entry: StandingEntry) -> History.Row {
        guard var player = known[entry.player] else {
            preconditionFailure("every player of the records was numbered before")
        }
        let name = name(of: entry)
        if name != player.name {
            let number = name.map { names[$0] } ?? History.Row.noName
            guard let number else { preconditionFailure("every name was numbered before") }
            player.name = name
            player.nameNumber = number
            known[entry.player] = player
        }
        return History.Row(
            rank: entry.rank, player: player.player, name: player.nameNumber, score: entry.score,
            scoredAt: entry.scoredAt)
    }

    /// nil where the player is forgotten, here or where the dump comes from.
    private func name(of entry: StandingEntry) -> NameBytes? {
        forgotten.contains(entry.player) ? nil : entry.name.map { NameBytes($0) }
    }

    /// Numbers the players and names that are new.
    private mutating func number(_ records: [SlotRecord]) async throws {
        var newPlayers: [Pseudonym: NameBytes?] = [:]
        var newNames: Set<NameBytes> = []
        for entry in records.lazy.compactMap(\.standing).flatMap(\.entries) {
            let name = name(of: entry)
            if let player = known[entry.player], player.name == name { continue }
            if known[entry.player] == nil, newPlayers[entry.player] == nil { newPlayers[entry.player] = .some(name) }
            if let name, names[name] == nil { newNames.insert(name) }
        }
        if newPlayers.isEmpty && newNames.isEmpty { return }
        let (store, stored, players, texts) = (store, stored, Array(newPlayers.keys), Array(newNames))
        let numbered = try await store.pool.withConnection { connection in
            (
                players: try await store.number(players, of: stored, on: connection),
                names: try await store.number(texts, on: connection)
            )
        }
        names.merge(numbered.names) { first, _ in first }
        for (player, name) in newPlayers {
            let nameNumber = name.map { names[$0] } ?? History.Row.noName
            guard let number = numbered.players[player], let nameNumber else {
                throw StorageError.notNumbered(what: "player \(player)")
            }
            known[player] = Known(player: number, name: name, nameNumber: nameNumber)
        }
    }

    /// Makes sure that the board's newest slot is as the dump's slots up to there say.
    private mutating func compare() async throws {
        isCompared = true
        let (store, stored) = (store, stored)
        let present = try await store.pool.withConnection { connection in
            try await store.newestSnapshot(of: stored, on: connection)
        }
        guard present?.snapshot == kept?.snapshot, present?.asOf == kept?.asOf, present?.seen == kept?.seen else {
            throw StorageError.importConflict(board: stored.board.id.description)
        }
    }
}
