import History
import MariaDB
import Rankings

/// Changes as columns for bulk insertion.
struct ChangeRows {
    private var entries: [[Int64?]] = Array(repeating: [], count: 8)
    private var borders: [[Int64?]] = Array(repeating: [], count: 5)

    var count: Int { entries[0].count + borders[0].count }

    init() {}

    init(_ changes: Changes, board: Int64, slot: Slot) {
        append(changes, board: board, slot: slot)
    }

    mutating func append(_ changes: Changes, board: Int64, slot: Slot) {
        for change in changes.places {
            let row = change.row
            let values = [
                board, slot.unixMinute, Int64(change.place), row.map { Int64($0.rank) }, row?.player, row?.name,
                row?.score, row?.scoredAt.unixMinute,
            ]
            for (column, value) in values.enumerated() { entries[column].append(value) }
        }
        for change in changes.borders {
            let border = change.border
            let values = [
                board, slot.unixMinute, Int64(change.rank), border?.score, border?.scoredAt.unixMinute,
            ]
            for (column, value) in values.enumerated() { borders[column].append(value) }
        }
    }

    func insert(on connection: Connection) async throws {
        if !entries[0].isEmpty {
            _ = try await connection.executeBatch(
                """
                INSERT INTO entry_change (board_id, slot, place, `rank`, player_id, name_id, score, scored_slot)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, entries.map { .integers($0) })
        }
        if !borders[0].isEmpty {
            _ = try await connection.executeBatch(
                "INSERT INTO border_change (board_id, slot, `rank`, score, scored_slot) VALUES (?, ?, ?, ?, ?)",
                borders.map { .integers($0) })
        }
    }
}
