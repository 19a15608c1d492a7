package import Rankings
import Synchronization

/// A clock that stands still until it is moved: for tests, and for a simulation that jumps from one due instant to the
/// next. Sleeping moves it.
package final class ManualTime: TimeSource {
    /// Called before the clock moves on for a sleeper, with the instant it will move to; for instance to take the
    /// simulated game along. What it throws ends the sleep, and the clock stays.
    package typealias AdvanceHook = @Sendable (Instant) async throws -> Void

    private let current: Mutex<Instant>
    package let speed: Double
    private let advance: AdvanceHook

    /// - Parameter speed: how much faster than in real time an answer is waited for. It does not move the clock.
    package init(_ start: Instant, speed: Double = 1, advance: @escaping AdvanceHook = { _ in }) {
        precondition(speed > 0 && speed.isFinite, "what is waited for comes to an end")
        current = Mutex(start)
        self.speed = speed
        self.advance = advance
    }

    package func now() -> Instant { current.withLock { $0 } }

    /// Moves the clock to the instant; does nothing where it is already there or past it.
    package func move(to instant: Instant) {
        current.withLock { $0 = max($0, instant) }
    }

    /// Moves the clock on; a negative duration does nothing.
    package func move(by duration: Duration) {
        current.withLock { $0 = max($0, $0 + duration) }
    }

    package func sleep(until instant: Instant) async throws {
        try Task.checkCancellation()
        guard now() < instant else { return }
        try await advance(instant)
        move(to: instant)
    }
}
