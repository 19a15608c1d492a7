import Glibc
import Rankings

/// How boards of any kind and game went on from here: the ratio of final to present score, for a border whose own kind
/// has too short a past.
struct PastShape {
    /// Boards looked back on, the newest, as many as `WalkForward` uses.
    static let boardLimit = WalkForward.boardLimit
    /// Boards whose lengths differ by less than this factor (e^0.4) are read at the same time before the end.
    private static let similarLength = 0.4
    /// The last day of an event is a matter of the clock, however long the event is.
    private static let lastDay: Int64 = 24 * 3600
    /// Shorter boards have no time before their last day: they are aligned by the share of time left.
    private static let shortBoard: Int64 = 36 * 3600

    /// What one board says: ln(final / present) along the logarithm of the rank.
    private struct Answer {
        let event: EventID
        let weight: Double
        /// By rank, at least one.
        let points: [(logRank: Double, logRatio: Double)]
    }

    private let answers: [Answer]

    /// - Parameters:
    ///   - lead: seconds to the end.
    ///   - duration: seconds from the board's start to its end.
    ///   - instant: only boards that had ended by then are used; those of the same class if there are any, else all.
    init(history: FinishedHistory, like likeness: Likeness, lead: Int64, duration: Int64, endedBy instant: Int64) {
        let ended = history.latest(FinishedHistory.boardLimit, endedBy: instant)
        let alike = ended.filter { $0.boardClass == likeness.boardClass }
        answers = (alike.isEmpty ? Array(ended) : alike).suffix(Self.boardLimit).compactMap { board in
            let lead = Self.lead(in: board.ends - board.starts, for: lead, of: duration)
            let points = board.series.compactMap { series -> (logRank: Double, logRatio: Double)? in
                let present = series.score(atLead: lead)
                guard present > 0 else { return nil }
                return (log(Double(series.rank)), max(0, log(series.final / present)))
            }
            guard !points.isEmpty else { return nil }
            return Answer(event: board.id.event, weight: likeness.weight(of: board), points: points)
        }
    }

    /// The median final score over the boards and the errors of that median on each board, its event left out.
    ///
    /// - Returns: nil where no board says anything.
    func estimate(present: Double, rank: Int) -> (estimate: FinalEstimate, errors: [WeightedError])? {
        let votes = answers.map { vote(of: $0, logRank: log(Double(rank))) }
        guard let logRatio = Self.median(votes) else { return nil }
        let errors = votes.compactMap { vote -> WeightedError? in
            guard let expected = Self.median(votes.filter { $0.event != vote.event }) else { return nil }
            let estimate = FinalEstimate(rule: .shape, present: 1, final: exp(expected))
            return WeightedError(error: estimate.error(ofTrue: exp(vote.logRatio)), weight: vote.weight)
        }
        return (FinalEstimate(rule: .shape, present: present, final: present * exp(logRatio)), errors)
    }

    private struct Vote {
        let event: EventID
        let logRatio: Double
        let weight: Double
    }

    /// Linear between the two nearest ranks by logarithm; beyond the outermost its value, at less weight.
    private func vote(of answer: Answer, logRank: Double) -> Vote {
        let points = answer.points
        let above = points.firstIndex { $0.logRank >= logRank } ?? points.count - 1
        let below = points[above].logRank > logRank ? max(0, above - 1) : above
        let (near, far) = (points[below], points[above])
        let outside = max(0, points[0].logRank - logRank, logRank - points[points.count - 1].logRank)
        let share = below == above ? 0 : (logRank - near.logRank) / (far.logRank - near.logRank)
        return Vote(
            event: answer.event, logRatio: near.logRatio + (far.logRatio - near.logRatio) * share,
            weight: answer.weight * Likeness.weight(ofRankDistance: outside))
    }

    /// The weighted median; nil without votes. Where weights vanish, the middle vote.
    private static func median(_ votes: [Vote]) -> Double? {
        let sorted = votes.sorted { ($0.logRatio, $0.weight) < ($1.logRatio, $1.weight) }
        let half = sorted.reduce(0) { $0 + $1.weight } / 2
        guard half > 0 else { return sorted.isEmpty ? nil : sorted[sorted.count / 2].logRatio }
        var passed = 0.0
        for vote in sorted {
            passed += vote.weight
            if passed >= half { return vote.logRatio }
        }
        return sorted.last?.logRatio
    }

    /// Where in a past board to look for the present point of this one, in seconds before its end.
    static func lead(in past: Int64, for lead: Int64, of duration: Int64) -> Int64 {
        if abs(log(Double(past) / Double(duration))) <= similarLength { return lead }
        if min(past, duration) <= shortBoard {
            return Int64(Double(lead) * Double(past) / Double(duration))
        }
        if lead <= lastDay { return lead }
        return lastDay + Int64(Double(lead - lastDay) * Double(past - lastDay) / Double(duration - lastDay))
    }
}
