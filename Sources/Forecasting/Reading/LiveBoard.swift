import Rankings

/// What was seen of a running board until an instant.
struct LiveBoard: Sendable {
    /// One border with its observations.
    struct Border: Sendable {
        let rank: Int
        /// Not empty, and nothing later than the instant.
        let seen: ScoreCurve
    }

    let id: BoardID
    let game: GameID
    let kind: String
    let boardClass: String
    let starts: Int64
    let ends: Int64
    /// By rank, each rank once.
    let borders: [Border]

    /// The board as it was by an earlier second; borders that had not been seen enough are left out.
    func seen(until second: Int64) -> LiveBoard {
        LiveBoard(
            id: id, game: game, kind: kind, boardClass: boardClass, starts: starts, ends: ends,
            borders: borders.compactMap { border in
                let seen = border.seen.seen(until: second)
                return seen.count < ObservationLimits.countMinimum ? nil : Border(rank: border.rank, seen: seen)
            })
    }

    var durationHours: Double { Double(ends - starts) / 3600 }
    var times: ClosedRange<Double> { Double(starts)...Double(ends) }

    /// Hours from the newest observation of any border to the end; nil without borders.
    var leadHours: Double? {
        borders.compactMap(\.seen.newestSecond).max().map { Double(ends - $0) / 3600 }
    }
}
