package import Rankings

/// A clock that runs at a fixed multiple of real time, from an instant of one's choice.
///
/// It follows the monotonic clock, so steps of the wall clock do not move it. Two processes agree on it as closely as
/// their anchors were read.
package struct ScaledTime: TimeSource {
    /// The longest real time slept at once: also bounds the error of a sleep across a suspension of the machine.
    static let longestNap = Duration.seconds(2)
    /// The shortest real time slept at once. At high speeds an instant is less than a timer can measure.
    static let shortestNap = Duration.microseconds(100)

    /// What the clock showed at `anchoredAt`.
    private let anchor: Instant
    private let anchoredAt: ContinuousClock.Instant
    /// Simulated seconds in a real second; more than 0.
    package let speed: Double

    /// Starts the clock at `anchor`, now.
    package init(anchor: Instant, speed: Double) {
        self.init(anchor: anchor, anchoredAt: ContinuousClock.now, speed: speed)
    }

    init(anchor: Instant, anchoredAt: ContinuousClock.Instant, speed: Double) {
        precondition(speed > 0 && speed.isFinite, "a clock runs forwards")
        self.anchor = anchor
        self.anchoredAt = anchoredAt
        self.speed = speed
    }

    package func now() -> Instant { reading(at: ContinuousClock.now) }

    /// What the clock shows at an instant of the monotonic clock.
    func reading(at monotonic: ContinuousClock.Instant) -> Instant { anchor + (monotonic - anchoredAt) * speed }

    package func sleep(until instant: Instant) async throws {
        try Task.checkCancellation()
        while let nap = realNap(from: now(), until: instant) {
            try await Task.sleep(for: nap)
        }
    }

    /// The real time to sleep before looking again; nil once the instant is reached.
    func realNap(from now: Instant, until instant: Instant) -> Duration? {
        guard let nap = Nap(from: now, until: instant, atMost: Self.longestNap * speed) else { return nil }
        return max(nap.duration / speed, Self.shortestNap)
    }
}
