import History
import MariaDB
package import Rankings

extension Store {
    /// The board as it was at the slot: order, ties, players that left since, names of the time.
    ///
    /// - Throws: `StorageError.unknownBoard`.
    package func standing(of id: BoardID, at slot: Slot) async throws -> Standing {
        let stored = try await board(id)
        return try await pool.withConnection { connection in
            let asOf = try await newestAccepted(of: stored, at: slot, on: connection)
            guard let asOf else {
                return Standing(board: id, slot: slot, asOf: nil, entries: [], borders: [], isFinal: false)
            }
            let snapshot = try await snapshot(of: stored, at: slot, on: connection)
            let pseudonyms = try await pseudonyms(of: snapshot.rows.map(\.player), on: connection)
            let names = try await texts(of: snapshot.rows.map(\.name), on: connection)
            return Standing(
                board: id, slot: slot, asOf: asOf.slot,
                entries: try snapshot.rows.map { row in
                    guard let pseudonym = pseudonyms[row.player], let name = names[row.name] else {
                        throw StorageError.notNumbered(what: "player \(row.player) with name \(row.name)")
                    }
                    return StandingEntry(
                        rank: row.rank, player: pseudonym, name: name, score: row.score, scoredAt: row.scoredAt)
                },
                borders: snapshot.borders, isFinal: asOf.isFinal)
        }
    }

    struct Accepted: Sendable {
        let slot: Slot
        let isFinal: Bool
    }

    /// The newest slot at or before the given one whose reading was accepted.
    func newestAccepted(
        of stored: StoredBoard, at slot: Slot, on connection: Connection
    ) async throws -> Accepted? {
        try await connection.query(
            """
            SELECT slot, is_final FROM slot
            WHERE board_id = ? AND slot <= ? AND outcome IN ('changed', 'unchanged', 'partial')
            ORDER BY slot DESC LIMIT 1
            """,
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in
            Accepted(slot: Slot(unixMinute: try row.int64(0)), isFinal: try row.int(1) != 0)
        }.first
    }
}
