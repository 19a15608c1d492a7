/// The bounds of one crawl.
package struct CrawlLimits: Hashable, Sendable {
    /// From the start of the slot's crawl until it is given up: 45 s of a minute, so that publishing has its time.
    package let total: Duration
    /// Bytes of one decoded answer: a board of 119 rows with profiles has about 100 KB.
    package let bodyBytes: Int
    /// Requests for one part before it counts as failed.
    package let attempts: Int
    /// Before the second attempt; doubled before each one after.
    package let firstPause: Duration

    package init(
        total: Duration = .seconds(45), bodyBytes: Int = 8 << 20, attempts: Int = 3, firstPause: Duration = .seconds(1)
    ) {
        self.total = total
        self.bodyBytes = bodyBytes
        self.attempts = attempts
        self.firstPause = firstPause
    }
}
