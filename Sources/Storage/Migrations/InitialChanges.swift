import History
import MariaDB
import Rankings

/// Changes as the first schema kept them: rows by place and border that replace those of the slot before, from a slot
/// that was kept whole to the next such.
struct InitialChanges: Sendable {
    private var places: [Slot: [(place: Int, row: History.Row?)]] = [:]
    private var borders: [Slot: [(rank: Int, border: StandingBorder?)]] = [:]

    init() {}

    init(of board: Int64, from first: Slot, before next: Slot, on connection: Connection) async throws {
        let range: [Value] = [.integer(board), .integer(first.unixMinute), .integer(next.unixMinute)]
        let entryRows = try await connection.query(
            """
            SELECT slot, place, `rank`, player_id, name_id, score, scored_slot FROM entry_change
            WHERE board_id = ? AND slot >= ? AND slot < ? ORDER BY slot, place
            """, range
        ) { row throws(DatabaseError) in
            let kept =
                try row.isNull(3)
                ? nil
                : History.Row(
                    rank: row.int(2), player: row.int64(3), name: row.int64(4), score: row.int64(5),
                    scoredAt: Slot(unixMinute: row.int64(6)))
            return (slot: Slot(unixMinute: try row.int64(0)), change: (place: try row.int(1), row: kept))
        }
        places = Dictionary(grouping: entryRows, by: \.slot).mapValues { $0.map(\.change) }
        let borderRows = try await connection.query(
            """
            SELECT slot, `rank`, score, scored_slot FROM border_change
            WHERE board_id = ? AND slot >= ? AND slot < ? ORDER BY slot, `rank`
            """, range
        ) { row throws(DatabaseError) in
            let rank = try row.int(1)
            let border =
                try row.isNull(2)
                ? nil
                : StandingBorder(rank: rank, score: row.int64(2), scoredAt: Slot(unixMinute: row.int64(3)))
            return (slot: Slot(unixMinute: try row.int64(0)), change: (rank: rank, border: border))
        }
        borders = Dictionary(grouping: borderRows, by: \.slot).mapValues { $0.map(\.change) }
    }

    func snapshot(after old: Snapshot, at slot: Slot) -> Snapshot {
        var rows = Dictionary(uniqueKeysWithValues: zip(old.rows.indices, old.rows))
        for change in places[slot] ?? [] { rows[change.place] = change.row }
        var scores = Dictionary(uniqueKeysWithValues: old.borders.map { ($0.rank, $0) })
        for change in borders[slot] ?? [] { scores[change.rank] = change.border }
        return Snapshot(
            rows: rows.sorted { $0.key < $1.key }.map(\.value), borders: scores.values.sorted { $0.rank < $1.rank })
    }
}
