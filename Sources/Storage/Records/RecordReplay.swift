import History
import Rankings

/// Rebuilds one slot after the other.
struct RecordReplay {
    let stored: StoredBoard
    var pseudonyms: [Int64: Pseudonym] = [:]
    /// By number; nil for players who were forgotten.
    var names: [Int64: String?] = [History.Row.noName: nil]
    private var snapshot = Snapshot()
    /// The entries of `snapshot`, once they were made; most slots share them with the one before.
    private var entries: [StandingEntry]? = []
    private var pending: [(row: RecordRow, snapshot: Snapshot)] = []

    init(stored: StoredBoard) { self.stored = stored }

    mutating func add(_ row: RecordRow) throws {
        if let delta = row.delta {
            snapshot = try (row.isWhole ? Snapshot() : snapshot).applying(delta, at: row.outcome.slot, of: stored)
        }
        pending.append((row, snapshot))
    }

    /// Players and names whose pseudonyms and texts are still to be looked up.
    var unknown: (players: Set<Int64>, names: Set<Int64>) {
        var players: Set<Int64> = []
        var texts: Set<Int64> = []
        for (row, snapshot) in pending where row.delta != nil {
            for entry in snapshot.rows {
                if pseudonyms[entry.player] == nil { players.insert(entry.player) }
                if names[entry.name] == nil { texts.insert(entry.name) }
            }
        }
        return (players, texts)
    }

    mutating func take() throws -> [SlotRecord] {
        defer { pending = [] }
        return try pending.map { row, snapshot in
            guard row.outcome.outcome.isSeen else { return SlotRecord(outcome: row.outcome, standing: nil) }
            if row.delta != nil { entries = nil }
            let entries = try entries ?? standingEntries(of: snapshot)
            self.entries = entries
            return SlotRecord(
                outcome: row.outcome,
                standing: Standing(
                    board: stored.board.id, slot: row.outcome.slot, asOf: row.outcome.slot, entries: entries,
                    borders: snapshot.borders, isFinal: row.isFinal, seen: row.seen))
        }
    }

    private func standingEntries(of snapshot: Snapshot) throws -> [StandingEntry] {
        try snapshot.rows.map { row in
            guard let pseudonym = pseudonyms[row.player], let name = names[row.name] else {
                throw StorageError.notNumbered(what: "player \(row.player) with name \(row.name)")
            }
            return StandingEntry(
                rank: row.rank, player: pseudonym, name: name, score: row.score, scoredAt: row.scoredAt)
        }
    }
}
