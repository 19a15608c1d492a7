import Rankings

/// Looks whether the model does better on the operator's own finished boards with other factors.
///
/// Everything is walk-forward: each board is forecast from what had ended before it. Factors are chosen on the older
/// boards and judged on the newest ones, which had no part in the choice.
package struct ModelFit: Sendable {
    /// What a fit found.
    package struct Outcome: Hashable, Sendable {
        /// The best factors on the older boards; those in use where none is better.
        package let factors: ModelFactors
        /// The mean score of `factors` on the newest boards: the weighted interval score in shares of the final, less
        /// is better.
        package let score: Double
        /// The same of the factors in use.
        package let scoreInUse: Double
        /// How many of the newest events judged.
        package let events: Int
        /// Whether `factors` are to take the place of those in use.
        package let isBetter: Bool
    }

    /// Hours before the end at which boards are forecast.
    static let leads = [72, 24, 6]
    /// The newest boards that take part: about a year of a busy game, and seconds of work for each set of factors.
    static let boardLimit = 36
    /// A board is forecast from at least so many earlier ones.
    static let pastMinimum = 3
    /// The share of the events that judges.
    private static let judgingShare = 3
    /// Fewer events judge nothing.
    private static let judgesMinimum = 4
    /// Steps of the search: from one corner of the factors to the other.
    private static let stepLimit = 8

    private let history: FinishedHistory

    package init(history: FinishedHistory) { self.history = history }

    /// - Parameter inUse: the factors forecasts are made with.
    /// - Returns: nil where too few events have finished to judge by.
    /// - Throws: as soon as the task is cancelled: a fit takes minutes of a busy game's history.
    package func outcome(against inUse: ModelFactors) throws(CancellationError) -> Outcome? {
        let boards = Array(history.boards.dropFirst(Self.pastMinimum).suffix(Self.boardLimit))
        let events = boards.reduce(into: [EventID]()) { events, board in
            if !events.contains(board.id.event) { events.append(board.id.event) }
        }
        let judges = Set(events.suffix(events.count / Self.judgingShare))
        guard judges.count >= Self.judgesMinimum else { return nil }
        let older = boards.filter { !judges.contains($0.id.event) }
        let newest = boards.filter { judges.contains($0.id.event) }
        let chosen = try best(on: older, from: inUse)
        let before = try scores(of: inUse, on: newest)
        let after = try scores(of: chosen, on: newest)
        let differences = judges.sorted().compactMap { event in
            after[event].flatMap { after in before[event].map { after - $0 } }
        }
        guard differences.count >= Self.judgesMinimum else { return nil }
        return Outcome(
            factors: chosen, score: Self.mean(after.values.sorted()), scoreInUse: Self.mean(before.values.sorted()),
            events: differences.count, isBetter: chosen != inUse && Self.isBelowZero(differences))
    }

    /// Goes on from one set of factors to the best of its neighbours as long as that is better.
    private func best(on boards: [PastBoard], from start: ModelFactors) throws(CancellationError) -> ModelFactors {
        var known: [ModelFactors: Double] = [:]
        func score(_ factors: ModelFactors) throws(CancellationError) -> Double {
            if let score = known[factors] { return score }
            let score = Self.mean(try scores(of: factors, on: boards).values.sorted())
            known[factors] = score
            return score
        }
        var (current, least) = (start, try score(start))
        for _ in 0..<Self.stepLimit {
            var next = current
            for neighbour in current.neighbours {
                let score = try score(neighbour)
                if score < least { (next, least) = (neighbour, score) }
            }
            if next == current { break }
            current = next
        }
        return current
    }

    /// The mean score of each event.
    private func scores(of factors: ModelFactors, on boards: [PastBoard]) throws(CancellationError) -> [EventID: Double]
    {
        let model = PooledModel(factors: factors)
        var scores: [EventID: [Double]] = [:]
        for board in boards {
            for lead in Self.leads where Double(board.ends - board.starts) / 3600 > 2 * Double(lead) {
                if Task.isCancelled { throw CancellationError() }
                let instant = board.ends - Int64(lead) * 3600
                let past = Array(history.ended(by: instant))
                guard past.count >= Self.pastMinimum else { continue }
                let finals = Dictionary(board.series.map { ($0.rank, $0.final) }, uniquingKeysWith: { $1 })
                for estimate in model.answer(for: board.live(until: instant), past: past).estimates {
                    guard let final = finals[estimate.rank] else { continue }
                    scores[board.id.event, default: []].append(
                        IntervalScore.of(final, in: estimate.finals) / final)
                }
            }
        }
        return scores.mapValues(Self.mean)
    }

    /// Whether the mean lies below zero by more than its standard error.
    private static func isBelowZero(_ differences: [Double]) -> Bool {
        let mean = mean(differences)
        let count = Double(differences.count)
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
        return mean < -(variance / count).squareRoot()
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
