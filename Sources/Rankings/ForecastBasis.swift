/// What the forecast of one border started from, and how the border is expected to get to its final score.
package struct ForecastBasis: Hashable, Sendable {
    /// The newest score that had been seen: the forecast of whoever expects no change.
    package let now: Int64
    /// What the score comes to at the end where it goes on as in the last day: the simplest rule of all, which
    /// forecasts are judged against.
    package let linear: Int64
    package let shape: RestShape

    package init(now: Int64, linear: Int64, shape: RestShape) {
        self.now = now
        self.linear = linear
        self.shape = shape
    }
}
