import Rankings
import Transfer

/// When news that could not be told are told again.
enum WebhookBackoff {
    /// Doubled with each failure.
    static let first = Duration.seconds(5)
    /// Somebody who is back hears of it within it.
    static let longest = Duration.minutes(60)
    /// What waits for so long is given up with the next failure: nobody cares for yesterday's score, and an operator
    /// can have it told all the same.
    static let patience = Duration.hours(24)
    /// A process that was killed: others tell the rest after so long. Longer than a batch may take.
    static let lease = Duration.minutes(1)

    /// - Parameters:
    ///   - failures: before this one.
    ///   - wanted: what the other side asked for.
    static func pause(failures: Int, wanted: Duration?) -> Duration {
        Backoff(first: first, longest: longest).pause(failures: failures, wanted: wanted)
    }
}
