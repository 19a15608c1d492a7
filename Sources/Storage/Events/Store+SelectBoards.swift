import MariaDB
import Rankings

extension Store {
    private static let boardColumns = """
        SELECT b.id, e.game_id, g.name, e.name, e.upstream_id, e.title, e.kind,
          e.starts_at, e.ends_at, e.announces_at, e.closes_at,
          b.name, b.title, b.starts_at, b.ends_at, b.announces_at, b.closes_at, b.is_monotone, b.scale, b.is_settled,
          b.pruned_at
        FROM board b JOIN event e ON e.id = b.event_id JOIN game g ON g.id = e.game_id
        """

    /// Boards with their events. The condition must keep or drop events as a whole where the caller relies on
    /// `event.boards`, which holds the boards that were selected.
    func select(_ condition: String, _ values: [Value]) async throws -> [StoredBoard] {
        let rows = try await pool.withConnection { connection in
            try await connection.query("\(Self.boardColumns) \(condition)", values, BoardRow.init)
        }
        let boards = Dictionary(grouping: rows, by: \.event).mapValues { $0.map(\.board) }
        return rows.map { row in
            StoredBoard(
                number: row.number, gameNumber: row.gameNumber,
                event: Event(
                    id: row.event, game: row.game, upstreamID: row.upstreamID, name: row.title, kind: row.kind,
                    times: row.times, boards: boards[row.event] ?? []),
                board: row.board, isSettled: row.isSettled, prunedAt: row.prunedAt)
        }
    }

    /// One row of `boardColumns`.
    private struct BoardRow: Sendable {
        let number: Int64
        let gameNumber: Int64
        let game: GameID
        let event: EventID
        let upstreamID: String
        let title: String
        let kind: String
        let times: EventTimes
        let board: Board
        let isSettled: Bool
        let prunedAt: Instant?

        init(_ row: borrowing MariaDB.Row) throws(DatabaseError) {
            number = try row.int64(0)
            gameNumber = try row.int64(1)
            game = GameID(rawValue: try row.text(2))
            event = EventID(rawValue: try row.text(3))
            upstreamID = String(decoding: try row.bytes(4), as: UTF8.self)
            title = try row.text(5)
            kind = try row.text(6)
            times = try EventTimes(row, from: 7)
            board = Board(
                id: BoardID(event: event, name: try row.text(11)), title: try row.text(12),
                times: try EventTimes(row, from: 13),
                rules: BoardRules(isMonotone: try row.int(17) != 0, scale: try row.int(18)))
            isSettled = try row.int(19) != 0
            prunedAt = try row.int64OrNil(20).map(Instant.init(unixMilliseconds:))
        }
    }
}

extension EventTimes {
    fileprivate init(_ row: borrowing MariaDB.Row, from column: Int) throws(DatabaseError) {
        self.init(
            starts: Instant(unixMilliseconds: try row.int64(column)),
            ends: Instant(unixMilliseconds: try row.int64(column + 1)),
            announces: Instant(unixMilliseconds: try row.int64(column + 2)),
            closes: Instant(unixMilliseconds: try row.int64(column + 3)))
    }
}
