import Synchronization

/// Says now and then that the database is away: each request that finds it so would fill the log.
final class OutageNotice: Sendable {
    private static let interval = Duration.seconds(60)

    private let last = Mutex<ContinuousClock.Instant?>(nil)

    /// Whether nothing was said for a minute.
    func isNews(at now: ContinuousClock.Instant) -> Bool {
        last.withLock { last in
            if let last, now - last < Self.interval { return false }
            last = now
            return true
        }
    }
}
