import History
import MariaDB
package import Rankings

extension Store {
    /// A board from one slot through another: samples of it, and everyone who was on it. A day takes some tens of
    /// milliseconds.
    ///
    /// - Parameter samples: slots of the span, ascending.
    /// - Throws: `StorageError.unknownBoard`.
    package func span(
        of id: BoardID, from first: Slot, through last: Slot, samples: [Slot]
    ) async throws -> BoardSpan {
        let stored = try await board(id)
        let slots = (0...max(0, last - first)).map { first + $0 }
        return try await pool.withConnection { connection in
            let snapshots = try await snapshots(of: stored, at: slots, on: connection)
            var nameNumbers: [Int64: Int64] = [:]
            var newest: Slot?
            for case let kept? in snapshots where kept.asOf != newest {
                newest = kept.asOf
                for row in kept.snapshot.rows { nameNumbers[row.player] = row.name }
            }
            let wanted = Set(samples)
            let sampled = zip(slots, snapshots).filter { wanted.contains($0.0) }.map { $0 }
            let standings = try await standings(of: stored, sampled, on: connection)
            let pseudonyms = try await pseudonyms(of: Set(nameNumbers.keys), on: connection)
            let texts = try await texts(of: Set(nameNumbers.values).subtracting([History.Row.noName]), on: connection)
            let masks = try await nameMasks(on: connection)
            var names: [Pseudonym: String] = [:]
            for (player, name) in nameNumbers {
                guard let pseudonym = pseudonyms[player] else {
                    throw StorageError.notNumbered(what: "player \(player)")
                }
                names[pseudonym] = masks.name(of: player, called: texts[name])
            }
            return BoardSpan(samples: standings, players: Set(pseudonyms.values), names: names)
        }
    }
}
