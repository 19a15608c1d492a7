import History
import MariaDB
package import Rankings

extension Store {
    /// The board as it was at the slot: order, ties, players that left since, names of the time.
    ///
    /// - Throws: `StorageError.unknownBoard`.
    package func standing(of id: BoardID, at slot: Slot) async throws -> Standing {
        try await standings(of: id, at: [slot])[0]
    }

    /// The board as it was at each of the slots, in their order; cheaper than one by one.
    ///
    /// - Throws: `StorageError.unknownBoard`.
    package func standings(of id: BoardID, at slots: [Slot]) async throws -> [Standing] {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            let snapshots = try await snapshots(of: stored, at: slots, on: connection)
            return try await standings(of: stored, zip(slots, snapshots).map { $0 }, on: connection)
        }
    }

    /// The snapshots with pseudonyms and names in place of the store's numbers; an empty standing for nil.
    func standings(
        of stored: StoredBoard, _ snapshots: [(slot: Slot, kept: KeptSnapshot?)], on connection: Connection
    ) async throws -> [Standing] {
        let rows = snapshots.flatMap { $0.kept?.snapshot.rows ?? [] }
        let pseudonyms = try await pseudonyms(of: Set(rows.map(\.player)), on: connection)
        let names = try await texts(of: Set(rows.map(\.name)).subtracting([History.Row.noName]), on: connection)
        let masks = try await nameMasks(on: connection)
        return try snapshots.map { slot, kept in
            Standing(
                board: stored.board.id, slot: slot, asOf: kept?.asOf,
                entries: try (kept?.snapshot.rows ?? []).map { row in
                    guard let pseudonym = pseudonyms[row.player],
                        row.name == History.Row.noName || names[row.name] != nil
                    else {
                        throw StorageError.notNumbered(what: "player \(row.player) with name \(row.name)")
                    }
                    return StandingEntry(
                        rank: row.rank, player: pseudonym, name: masks.name(of: row.player, called: names[row.name]),
                        score: row.score, scoredAt: row.scoredAt)
                },
                borders: kept?.snapshot.borders ?? [], isFinal: kept?.isFinal ?? false, seen: kept?.seen ?? 0)
        }
    }
}
