import History
import MariaDB
import Rankings

/// Rows of the series of players and borders, as columns for bulk insertion.
struct SeriesRows: Sendable {
    private var players: [[Int64?]] = Array(repeating: [], count: 6)
    private var borders: [[Int64?]] = Array(repeating: [], count: 4)

    var count: Int { players[0].count + borders[0].count }

    init() {}

    init(_ changes: SeriesChanges, board: Int64, slot: Slot) {
        append(changes, board: board, slot: slot)
    }

    mutating func append(_ changes: SeriesChanges, board: Int64, slot: Slot) {
        for change in changes.players {
            let row = change.row
            let values = [
                board, change.player, slot.unixMinute, row.map { Int64($0.rank) }, row?.score, row?.name,
            ]
            for (column, value) in values.enumerated() { players[column].append(value) }
        }
        for change in changes.borders {
            let values = [board, Int64(change.rank), slot.unixMinute, change.score]
            for (column, value) in values.enumerated() { borders[column].append(value) }
        }
    }

    /// - Parameter borders: the table of the borders' rows, which a migration fills under another name.
    func insert(on connection: Connection, borders table: String = "border_change") async throws {
        if !players[0].isEmpty {
            _ = try await connection.executeBatch(
                """
                INSERT INTO player_change (board_id, player_id, slot, `rank`, score, name_id) VALUES (?, ?, ?, ?, ?, ?)
                """, players.map { .integers($0) })
        }
        if !borders[0].isEmpty {
            _ = try await connection.executeBatch(
                "INSERT INTO \(table) (board_id, `rank`, slot, score) VALUES (?, ?, ?, ?)",
                borders.map { .integers($0) })
        }
    }
}
