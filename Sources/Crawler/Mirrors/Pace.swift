/// How often a host may be asked: a token bucket, and a least time from one request to the next.
package struct Pace: Hashable, Sendable {
    /// Requests that may follow each other at once, as far as the interval lets them; nil: any number.
    package let burst: Int?
    /// In which an empty bucket fills again.
    package let refill: Duration
    /// From the start of one request to that of the next.
    package let interval: Duration

    package init(burst: Int? = nil, refill: Duration = .seconds(60), interval: Duration = .zero) {
        precondition(burst.map { $0 > 0 } ?? true && refill > .zero, "a bucket holds something and fills")
        self.burst = burst
        self.refill = refill
        self.interval = interval
    }

    package static let unbounded = Pace()

    /// Requests that a host gets at once by default: those of some fifty boards in one slot.
    private static let standardBurst = 120

    /// The longest standard interval, so that some eighty requests fit into a slot's crawl of 45 s.
    private static let longestInterval: Duration = .milliseconds(500)

    /// What data of that cadence deserves: an interval of a six-hundredth of it, 0.1 s for a minute and 0.5 s from five
    /// minutes on, and a bucket that fills in one cadence.
    package static func deserved(byCadence cadence: Duration) -> Pace {
        Pace(burst: standardBurst, refill: cadence, interval: min(cadence / 600, longestInterval))
    }
}
