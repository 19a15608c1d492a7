package import Rankings

/// The finished boards forecasts learn from, found by game, kind, board class and rank.
package struct FinishedHistory: Sendable {
    /// Boards kept, the newest first to stay: at 20 ranks of hourly observations about 16 MB, at the most 80 MB.
    package static let boardLimit = 256

    /// What one border has in common with its past: the series of one cell are compared without any allowance.
    struct Cell: Hashable, Sendable {
        let game: GameID
        let kind: String
        let boardClass: String
        let rank: Int
    }

    /// Oldest end first.
    let boards: [PastBoard]
    /// Oldest end first.
    private let cells: [Cell: [(board: BoardID, series: PastSeries)]]

    /// - Parameter boards: in any order. Boards whose scores can fall are left out, and ranks not seen within the hour
    ///   before the end or fewer than twelve times.
    package init(_ boards: [FinishedBoard]) {
        self.init(past: boards.sorted(by: Self.endsLater).prefix(Self.boardLimit).compactMap(PastBoard.init))
    }

    init(past boards: [PastBoard]) {
        self.boards = boards.sorted { ($0.ends, $0.id) < ($1.ends, $1.id) }
        var cells: [Cell: [(board: BoardID, series: PastSeries)]] = [:]
        for board in self.boards {
            for series in board.series {
                let cell = Cell(game: board.game, kind: board.kind, boardClass: board.boardClass, rank: series.rank)
                cells[cell, default: []].append((board.id, series))
            }
        }
        self.cells = cells
    }

    /// The last series of the cell that had ended by the second, oldest first, of other boards than the given one.
    func latest(_ count: Int, of cell: Cell, endedBy second: Int64, otherThan board: BoardID) -> [PastSeries] {
        var found: [PastSeries] = []
        for past in cells[cell, default: []].reversed() where past.series.ends <= second && past.board != board {
            if found.count == count { break }
            found.append(past.series)
        }
        return found.reversed()
    }

    /// The last boards that had ended by the second, oldest first.
    func latest(_ count: Int, endedBy second: Int64) -> ArraySlice<PastBoard> {
        let end = boards.lastIndex { $0.ends <= second }.map { $0 + 1 } ?? 0
        return boards[..<end].suffix(count)
    }

    private static func endsLater(_ left: FinishedBoard, _ right: FinishedBoard) -> Bool {
        (left.board.times.ends, left.board.id) > (right.board.times.ends, right.board.id)
    }
}
