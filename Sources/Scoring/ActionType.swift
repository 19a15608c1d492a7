/// One thing a player can do for points.
package struct ActionType: Hashable, Sendable {
    /// Where the points of an action come from.
    package enum Points: Hashable, Sendable {
        /// Each is worth so many; what the client says does not count.
        case fixed(Int64)
        /// The client says how many, within these bounds.
        case value(ClosedRange<Int64>)
    }

    /// How long an action counts after it began, unless its type says otherwise.
    package static let usualLifetime = Duration.seconds(300)
    /// An action takes at most so long; its token must be kept that long by the client.
    package static let longestLifetime = Duration.seconds(86_400)

    /// The same characters as in published paths.
    package let name: String
    package let points: Points
    /// From the start of the action to its submission, by the server's clock. One that takes less is refused as
    /// impossible, one that takes more has expired. What was another's time, as `ActionReport.duration` has it, does
    /// not count towards the least.
    package let duration: ClosedRange<Duration>
    /// The physical ceiling: nobody makes more points in a second of an action. Nil: no such limit is known.
    package let mostPerSecond: Int64?

    package init(
        name: String, points: Points, duration: ClosedRange<Duration> = .zero...ActionType.usualLifetime,
        mostPerSecond: Int64? = nil
    ) {
        self.name = name
        self.points = points
        self.duration = duration
        self.mostPerSecond = mostPerSecond
    }

    /// Whether an action can never make a score smaller.
    var isNeverNegative: Bool {
        switch points {
        case .fixed(let points): points >= 0
        case .value(let range): range.lowerBound >= 0
        }
    }
}
