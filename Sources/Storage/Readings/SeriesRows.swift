import History
import MariaDB
import Rankings

/// Rows of the series of players and borders, for bulk insertion.
struct SeriesRows: Sendable {
    private struct BorderKey: Hashable {
        let board: Int64
        let rank: Int
        let hour: Slot
    }

    private var players: [[Int64?]] = Array(repeating: [], count: 6)
    private var borders: [BorderKey: BorderHour] = [:]

    var count: Int { players[0].count + borders.count }

    init() {}

    init(_ changes: SeriesChanges, board: Int64, slot: Slot) {
        append(changes, board: board, slot: slot)
    }

    mutating func append(_ changes: SeriesChanges, board: Int64, slot: Slot) {
        for change in changes.players {
            let row = change.row
            let values = [
                board, change.player, slot.unixMinute, row.map { Int64($0.rank) }, row?.score,
                row.flatMap { $0.name == History.Row.noName ? nil : $0.name },
            ]
            for (column, value) in values.enumerated() { players[column].append(value) }
        }
        for change in changes.borders {
            let key = BorderKey(board: board, rank: change.rank, hour: slot.hour)
            borders[key, default: BorderHour()].append(change, at: slot)
        }
    }

    /// Adds them to what the store has, which is older.
    func insert(on connection: Connection) async throws {
        if !players[0].isEmpty {
            _ = try await connection.executeBatch(
                """
                INSERT INTO player_change (board_id, player_id, slot, `rank`, score, name_id) VALUES (?, ?, ?, ?, ?, ?)
                """, players.map { .integers($0) })
        }
        if !borders.isEmpty {
            // In the order of the primary key.
            let rows = borders.sorted {
                ($0.key.board, $0.key.rank, $0.key.hour) < ($1.key.board, $1.key.rank, $1.key.hour)
            }
            _ = try await connection.executeBatch(
                """
                INSERT INTO border_hour (board_id, `rank`, hour, changes) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE changes = CONCAT(changes, VALUE(changes))
                """,
                [
                    .integers(rows.map(\.key.board)), .integers(rows.map { Int64($0.key.rank) }),
                    .integers(rows.map { $0.key.hour.unixMinute / 60 }), .bytes(rows.map(\.value.bytes)),
                ])
        }
    }
}
