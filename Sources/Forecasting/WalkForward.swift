import Glibc
import Rankings

/// The errors `GrowthRatio` would have made on finished boards at one lead, each forecast from the boards before it.
struct WalkForward {
    /// Boards forecast again, the newest: enough for five kinds with a dozen events each, and a bound on the time
    /// taken.
    static let boardLimit = 64
    /// Two boards before are enough to forecast from here. Asking for four would leave a game without errors until its
    /// eighth event; the errors are a little larger this way, and so the bands a little wide.
    static let pastMinimum = 2

    /// A thousand such errors count as one: leaving them out saves sorting them.
    private static let weightMinimum = 0.001

    private struct Made {
        let boardWeight: Double
        let logRank: Double
        let rule: FinalEstimate.Rule
        let error: Double
    }

    private let made: [Made]

    /// - Parameters:
    ///   - lead: seconds to the end.
    ///   - instant: only boards that had ended by then are used.
    init(history: FinishedHistory, like likeness: Likeness, lead: Int64, endedBy instant: Int64) {
        var made: [Made] = []
        for board in history.latest(Self.boardLimit, endedBy: instant) {
            let weight = likeness.weight(of: board)
            for series in board.series {
                guard let (rule, error) = Self.error(on: series, of: board, history: history, lead: lead) else {
                    continue
                }
                made.append(Made(boardWeight: weight, logRank: log(Double(series.rank)), rule: rule, error: error))
            }
        }
        self.made = made
    }

    /// The errors made under one rule, weighted for a rank; those that say next to nothing are left out.
    func errors(of rule: FinalEstimate.Rule, rank: Int) -> [WeightedError] {
        let logRank = log(Double(rank))
        return made.compactMap { made in
            guard made.rule == rule else { return nil }
            let weight = made.boardWeight * Likeness.weight(ofRankDistance: made.logRank - logRank)
            return weight < Self.weightMinimum ? nil : WeightedError(error: made.error, weight: weight)
        }
    }

    private static func error(
        on series: PastSeries, of board: PastBoard, history: FinishedHistory, lead: Int64
    ) -> (rule: FinalEstimate.Rule, error: Double)? {
        let instant = series.ends - lead
        let seen = series.curve.seen(until: instant)
        guard ObservationLimits.allow(seen, at: instant, starts: series.starts) else { return nil }
        let cell = FinishedHistory.Cell(
            game: board.game, kind: board.kind, boardClass: board.boardClass, rank: series.rank)
        let past = history.latest(GrowthRatio.pastLimit, of: cell, endedBy: series.starts, otherThan: board.id)
            .filter { $0.score(atLead: lead) > 0 }
        guard past.count >= pastMinimum,
            let estimate = GrowthRatio.estimate(of: seen, at: instant, lead: lead, from: past)
        else { return nil }
        return (estimate.rule, estimate.error(ofTrue: series.final))
    }
}
