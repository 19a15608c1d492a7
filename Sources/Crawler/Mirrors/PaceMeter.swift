/// What a host was asked lately, by which its pace is kept. Pure: time is a parameter.
package struct PaceMeter: Hashable, Sendable {
    /// Requests that the bucket has not made good yet.
    private var used = 0.0
    private var countedAt: ContinuousClock.Instant?
    private var lastStart: ContinuousClock.Instant?

    package init() {}

    /// Takes the next place in the row.
    ///
    /// - Returns: when the request may start, `now` or later; nil where that would be after the deadline: then no place
    ///   was taken.
    package mutating func reserve(
        by pace: Pace, at now: ContinuousClock.Instant, until deadline: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        var start = max(now, lastStart.map { $0 + pace.interval } ?? now)
        if let burst = pace.burst.map(Double.init) {
            var used = max(0, used - (countedAt.map { start - $0 } ?? .zero) / pace.refill * burst)
            if used > burst - 1 {
                start += pace.refill * ((used - (burst - 1)) / burst)
                used = burst - 1
            }
            guard start < deadline else { return nil }
            (self.used, countedAt) = (used + 1, start)
        }
        guard start < deadline else { return nil }
        lastStart = start
        return start
    }
}
