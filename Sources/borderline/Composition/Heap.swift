import CMalloc
import Synchronization

/// The heap of this process, which keeps what was needed at its busiest unless it is told otherwise.
final class Heap: Sendable {
    /// Heaps that the threads share. By default each thread gets one of its own, up to eight for each core: over
    /// thousands of minutes they come to hold many times what is in use.
    private static let arenas: Int32 = 2
    /// Giving back takes some milliseconds, and what is given back has to be fetched again.
    private static let interval = Duration.seconds(60)

    private let trimmedAt = Mutex(ContinuousClock.now)

    /// Before the first thread. Where it is refused, memory grows as it would have.
    static func share() { _ = cmalloc_limit_arenas(arenas) }

    /// Gives back to the system what a run needed and nobody needs now, once a minute at most: a nightly dump takes far
    /// more than a minute of the boards.
    func trim() {
        let isDue = trimmedAt.withLock { trimmedAt in
            if ContinuousClock.now - trimmedAt < Self.interval { return false }
            trimmedAt = .now
            return true
        }
        if isDue { _ = cmalloc_trim() }
    }
}
