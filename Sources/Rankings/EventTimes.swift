/// When an event starts, stops counting, announces its results and closes for good; in this order.
package struct EventTimes: Hashable, Sendable {
    package let starts: Instant
    /// The end of scoring: the first instant at which nothing counts any more.
    package let ends: Instant
    /// From here on the upstream shows the tallied result; equal to `ends` where it shows it at once.
    package let announces: Instant
    /// After this the upstream corrects nothing any more.
    package let closes: Instant

    package init(starts: Instant, ends: Instant, announces: Instant, closes: Instant) {
        self.starts = starts
        self.ends = ends
        self.announces = announces
        self.closes = closes
    }
}
