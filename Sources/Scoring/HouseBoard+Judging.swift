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
    /// - Parameter old: nil where the player has none.
    package func score(after old: Int64?, points: Int64) throws(Refusal) -> Int64 {
        let score: Int64
        switch rule {
        case .sum: score = try sum(old ?? 0, points)
        case .best: score = old.map { order.isBetter(points, than: $0) ? points : $0 } ?? points
        case .last: score = points
        case .decrement(let start): score = max(try sum(old ?? start, -points), bounds.lowerBound)
        }
        guard bounds.contains(score) else { throw .scoreOutOfBounds }
        return score
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
