package import Rankings

/// The bounds of one crawl, in real time.
package struct CrawlLimits: Hashable, Sendable {
    /// From the start of the slot's crawl until it is given up: 45 s of a minute, so that publishing has its time.
    package let total: Duration
    /// Requests for one part before it counts as failed.
    package let attempts: Int
    /// Before the second attempt; doubled before each one after.
    package let firstPause: Duration

    package init(
        total: Duration = .seconds(45), attempts: Int = 3, firstPause: Duration = .seconds(1)
    ) {
        self.total = total
        self.attempts = attempts
        self.firstPause = firstPause
    }

    /// The same where the clock's time passes at another speed.
    package func inRealTime(of time: any TimeSource) -> Self {
        Self(total: time.realTime(of: total), attempts: attempts, firstPause: time.realTime(of: firstPause))
    }
}
