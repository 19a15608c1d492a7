import Rankings

extension HouseBoard {
    /// The points of an action: the type's, or the client's where the type says so.
    package func points(of action: ActionType, _ report: ActionReport) throws(Refusal) -> Int64 {
        // A server that is behind the one that began the action sees it end before it began: the difference between
        // two clocks is no fault of the player.
        let tolerance = ActionReport.clockTolerance
        guard report.received - report.begun <= action.duration.upperBound else { throw .actionExpired }
        guard report.begun - report.received <= tolerance else { throw .invalidActionToken }
        guard report.duration >= action.duration.lowerBound else { throw .tooFast }
        guard report.done >= report.begun - tolerance, report.done <= report.received + tolerance else {
            throw .wrongTimestamp
        }
        switch action.points {
        case .fixed(let points): return points
        case .value(let range):
            guard let value = report.value else { throw .valueMissing }
            guard range.contains(value) else { throw .valueOutOfBounds }
            guard isPossible(value, of: action, in: report.duration) else { throw .impossiblePace }
            return value
        }
    }

    /// The score after an action.
    ///
    /// - Parameters:
    ///   - old: nil where the player has none.
    ///   - type: of the action.
    ///   - parts: what the player's weighted total is made of so far, where the rule is one; nil is nothing.
    package func score(
        after old: Int64?, points: Int64, type: String = "", parts: WeightedParts? = nil
    ) throws(Refusal) -> Int64 {
        let score: Int64
        switch rule {
        case .sum: score = try sum(old ?? 0, points)
        case .best: score = old.map { order.isBetter(points, than: $0) ? points : $0 } ?? points
        case .last: score = points
        case .weighted(let total, let kind):
            var parts = parts ?? WeightedParts(kind)
            parts.add(points, type: type)
            score = total.total(of: parts.scores, scale: scale)
        case .decrement(let start): score = max(try sum(old ?? start, -points), bounds.lowerBound)
        }
        guard bounds.contains(score) else { throw .scoreOutOfBounds }
        return score
    }

    /// The points by these rules of an action that was accepted before, perhaps by others; nil where it does not count.
    package func points(againOf type: String, value: Int64?) -> Int64? {
        switch action(named: type)?.points {
        case .fixed(let points): points
        case .value(let range): value.flatMap { range.contains($0) ? $0 : nil }
        case nil: nil
        }
    }

    /// Nothing, for rules that make a total of parts; nil for others.
    package var newParts: WeightedParts? {
        if case .weighted(_, let kind) = rule { WeightedParts(kind) } else { nil }
    }

    /// A second that was begun counts whole: clocks that tick in milliseconds cut off a part of it.
    private func isPossible(_ value: Int64, of action: ActionType, in duration: Duration) -> Bool {
        guard let mostPerSecond = action.mostPerSecond else { return true }
        let seconds = duration.wholeMilliseconds / 1000 + 1
        let (most, overflows) = mostPerSecond.multipliedReportingOverflow(by: seconds)
        return overflows || value <= most
    }

    private func sum(_ left: Int64, _ right: Int64) throws(Refusal) -> Int64 {
        let (sum, overflows) = left.addingReportingOverflow(right)
        if overflows { throw .scoreOutOfBounds }
        return sum
    }
}
