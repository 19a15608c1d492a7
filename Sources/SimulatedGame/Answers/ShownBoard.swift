/// One board as an answer shows it.
package struct ShownBoard: Hashable, Sendable {
    package let board: GameBoard
    /// The server says that it is counting.
    package let isCounting: Bool
    package let rows: [RankedPlayer]

    package init(board: GameBoard, isCounting: Bool, rows: [RankedPlayer]) {
        self.board = board
        self.isCounting = isCounting
        self.rows = rows
    }
}
