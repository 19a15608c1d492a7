import Rankings

/// One forecast that is asked for.
struct BacktestCase: Hashable, Sendable {
    static let columns = ["game", "event", "board", "rank", "made_at"]

    let board: BoardID
    let rank: Int
    /// Unix seconds: nothing later is looked at.
    let madeAt: Int64
    /// The five fields as they were written, for the answer.
    let text: String

    /// The cases of a file, in its order.
    static func read(_ bytes: [UInt8], file: String, boards: BacktestBoards) throws(BacktestError) -> [BacktestCase] {
        var cases: [BacktestCase] = []
        for row in try BacktestTable.rows(of: bytes, file: file, columns: columns) {
            let board = BoardID(event: EventID(rawValue: try row.text(1)), name: try row.text(2))
            let (game, rank) = (try row.text(0), try row.rank(3))
            guard let known = boards.board(board) else {
                throw row.malformed(1, "the events file has no board \(board.name) of \(board.event)")
            }
            guard known.game.rawValue == game else {
                throw row.malformed(0, "`\(game)` is not the game of \(board.event), which is \(known.game)")
            }
            let madeAt = try row.second(4)
            cases.append(
                BacktestCase(
                    board: board, rank: rank, madeAt: madeAt,
                    text: "\(game),\(board.event),\(board.name),\(rank),\(try row.text(4))"))
        }
        return cases
    }
}
