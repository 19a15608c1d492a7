package import Rankings

/// When scores count on a board, and when its result is out.
package struct ScoringWindow: Hashable, Sendable {
    package let starts: Instant
    /// The first instant at which nothing counts any more: a full hour.
    package let ends: Instant
    /// From `aggregates` until here the server counts: what it shows stands still.
    package let announces: Instant

    package init(starts: Instant, ends: Instant, announces: Instant) {
        self.starts = starts
        self.ends = ends
        self.announces = announces
    }

    /// The last second that counts, which is how the game writes the end: hh:59:59.000.
    package var aggregates: Instant { ends - .seconds(1) }

    /// The instant whose state is shown: while the server counts, that of the end of scoring.
    package func shownInstant(at instant: Instant) -> Instant {
        instant >= ends && instant < announces ? ends : instant
    }

    /// Whether the server says that it is counting. Answers about borders say so a little later than those about the
    /// top 100, and go on a little longer, as the real one's do; neither says it at the announcement or after.
    package func isCounting(at instant: Instant, sayingBorders: Bool) -> Bool {
        let from = sayingBorders ? ends + Self.borderDelay : aggregates
        let until = sayingBorders ? announces : announces - Self.borderDelay
        return instant >= from && instant < until
    }

    private static let borderDelay = Duration.seconds(25)
}
