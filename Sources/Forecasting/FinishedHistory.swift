package import Rankings

/// The finished boards forecasts learn from, oldest end first.
package struct FinishedHistory: Sendable {
    /// Boards kept, the newest first to stay: at 20 ranks of hourly observations about 16 MB, at the most 80 MB.
    package static let boardLimit = 256

    /// Oldest end first.
    let boards: [PastBoard]

    /// - Parameter boards: in any order. Boards whose scores can fall are left out, and ranks not seen within the hour
    ///   before the end or fewer than twelve times.
    package init(_ boards: [FinishedBoard]) {
        self.init(past: boards.sorted(by: Self.endsLater).prefix(Self.boardLimit).compactMap(PastBoard.init))
    }

    init(past boards: [PastBoard]) {
        self.boards = boards.sorted { ($0.ends, $0.id) < ($1.ends, $1.id) }
    }

    /// The boards that had ended by the second, oldest first.
    func ended(by second: Int64) -> ArraySlice<PastBoard> {
        boards.prefix { $0.ends <= second }
    }

    private static func endsLater(_ left: FinishedBoard, _ right: FinishedBoard) -> Bool {
        (left.board.times.ends, left.board.id) > (right.board.times.ends, right.board.id)
    }
}
