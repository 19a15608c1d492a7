import Logging
import Rankings
import Storage
import Telemetry

/// How long a command waits for a database that does not answer.
enum Patience: Hashable, Sendable {
    /// It fails at once: a person sees why.
    case none
    /// As long as a crawl of this minute may take.
    case crawl
    /// Until it is there, or the process is told to end.
    case endless

    /// The first pause; it doubles each time.
    private static let firstPause = Duration.milliseconds(500)
    private static let longestPause = Duration.seconds(5)

    /// Does the work that needs the database, and does it again until it answers.
    func waiting<Value: Sendable>(
        crawlLimit: Duration, logger: Logger, _ work: () async throws -> Value
    ) async throws -> Value {
        let limit: Duration? =
            switch self {
            case .none: .zero
            case .crawl: crawlLimit
            case .endless: nil
            }
        // In real time, whatever clock the command follows.
        let deadline = limit.map { ContinuousClock.now + $0 }
        var pause = Self.firstPause
        while true {
            do {
                return try await work()
            } catch {
                guard DatabaseFailure(error) != nil, deadline.map({ .now + pause < $0 }) ?? true else { throw error }
                logger.warning("waiting for the database", metadata: .keyed([.reason: "\(error)"]))
            }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, Self.longestPause)
        }
    }
}
