import History
import MariaDB
import Rankings

extension Store {
    /// The board as it was at the slot, in the store's numbers: the newest key frame and the changes since.
    func snapshot(of stored: StoredBoard, at slot: Slot, on connection: Connection) async throws -> Snapshot {
        guard let frame = try await newestFrame(of: stored, at: slot, on: connection) else { return Snapshot() }
        let range: [Value] = [.integer(stored.number), .integer(frame.unixMinute), .integer(slot.unixMinute)]
        let places = try await connection.query(
            """
            SELECT slot, place, `rank`, player_id, name_id, score, scored_slot FROM entry_change
            WHERE board_id = ? AND slot BETWEEN ? AND ? ORDER BY slot, place
            """, range, PlaceChange.init)
        let borders = try await connection.query(
            """
            SELECT slot, `rank`, score, scored_slot FROM border_change
            WHERE board_id = ? AND slot BETWEEN ? AND ? ORDER BY slot, `rank`
            """, range, BorderChange.init)
        // Within one hour later rows simply replace earlier ones: one pass over both lists gives the snapshot.
        return Snapshot().applying(Changes(places: places.map(\.change), borders: borders.map(\.change)))
    }

    /// The newest slot at or before the given one that was kept whole; nil before the first reading.
    func newestFrame(of stored: StoredBoard, at slot: Slot, on connection: Connection) async throws -> Slot? {
        try await connection.query(
            "SELECT MAX(slot) FROM key_frame WHERE board_id = ? AND slot <= ?",
            [.integer(stored.number), .integer(slot.unixMinute)]
        ) { row throws(DatabaseError) in try row.int64OrNil(0) }.first?.map(Slot.init(unixMinute:))
    }

    private struct PlaceChange: Sendable {
        let change: Changes.Place

        init(_ row: MariaDB.Row) throws(DatabaseError) {
            let place = try row.int(1)
            guard let player = try row.int64OrNil(3) else {
                change = Changes.Place(place: place, row: nil)
                return
            }
            change = Changes.Place(
                place: place,
                row: History.Row(
                    rank: try row.int(2), player: player, name: try row.int64(4), score: try row.int64(5),
                    scoredAt: Slot(unixMinute: try row.int64(6))))
        }
    }

    private struct BorderChange: Sendable {
        let change: Changes.BorderChange

        init(_ row: MariaDB.Row) throws(DatabaseError) {
            let rank = try row.int(1)
            let score = try row.int64OrNil(2)
            guard let score else {
                change = Changes.BorderChange(rank: rank, border: nil)
                return
            }
            change = Changes.BorderChange(
                rank: rank,
                border: StandingBorder(rank: rank, score: score, scoredAt: Slot(unixMinute: try row.int64(3))))
        }
    }
}
