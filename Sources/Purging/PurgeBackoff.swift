import Rankings
import Transfer

/// When a purge that failed is tried again.
enum PurgeBackoff {
    /// Doubled with each failure.
    static let first = Duration.seconds(5)
    /// A service that is back is noticed within it.
    static let longest = Duration.minutes(15)
    /// A purge that failed for so long is given up. What is replaced each minute has long left every cache by then.
    static let patience = Duration.hours(24 * 7)
    /// Whoever took purges and was killed: others do them after so long.
    static let lease = Duration.minutes(2)

    /// - Parameters:
    ///   - attempts: that failed before this one.
    ///   - wanted: what the service asked for.
    static func pause(attempts: Int, wanted: Duration?) -> Duration {
        Backoff(first: first, longest: longest).pause(failures: attempts, wanted: wanted)
    }
}
