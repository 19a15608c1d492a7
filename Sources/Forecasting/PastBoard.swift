import Rankings

/// A finished board with those of its ranks that can be learned from.
struct PastBoard: Sendable {
    let id: BoardID
    let game: GameID
    let kind: String
    let boardClass: String
    let starts: Int64
    let ends: Int64
    /// By rank, at least one.
    let series: [PastSeries]
    let growth: GrowthClass

    /// Nil where nothing can be learned from the board.
    init?(_ finished: FinishedBoard) {
        let times = finished.board.times
        let (starts, ends) = (times.starts.unixSeconds, times.ends.unixSeconds)
        guard finished.board.rules.isMonotone, starts < ends else { return nil }
        let series = finished.courses.compactMap { course in
            PastSeries(
                rank: course.rank, curve: ScoreCurve(course.points, within: starts...ends), starts: starts, ends: ends)
        }
        self.init(
            id: finished.board.id, game: finished.game, kind: finished.kind,
            boardClass: finished.board.boardClass, series: series)
    }

    /// The board as it was seen by the second.
    func live(until second: Int64) -> LiveBoard {
        LiveBoard(
            id: id, game: game, kind: kind, boardClass: boardClass, starts: starts, ends: ends,
            borders: series.compactMap { series in
                let seen = series.curve.seen(until: second)
                guard ObservationLimits.allow(seen, at: second, starts: starts) else { return nil }
                return LiveBoard.Border(rank: series.rank, seen: seen)
            })
    }

    /// - Parameter series: of one board, in any order; nil where it is empty.
    init?(id: BoardID, game: GameID, kind: String, boardClass: String, series: [PastSeries]) {
        guard let first = series.first else { return nil }
        self.id = id
        self.game = game
        self.kind = kind
        self.boardClass = boardClass
        self.starts = first.starts
        self.ends = first.ends
        self.series = series.sorted { $0.rank < $1.rank }
        growth = GrowthClass(of: series)
    }
}
