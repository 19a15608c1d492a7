/// Keeps requests from a host that has just failed several times. Pure: time is a parameter.
package struct Breaker: Hashable, Sendable {
    /// Failures in a row that open it.
    package static let failureLimit = 3
    /// For how long it stays open; then one request tries again, and opens it anew where it fails.
    package static let pause: Duration = .seconds(30)

    private var failures = 0
    private var openUntil: ContinuousClock.Instant?

    package init() {}

    package func isOpen(at now: ContinuousClock.Instant) -> Bool { openUntil.map { now < $0 } ?? false }

    package mutating func succeed() { self = Breaker() }

    /// Notes a failure; the last of several opens it from then on.
    ///
    /// - Parameter pause: for how long, in real time.
    package mutating func fail(at now: ContinuousClock.Instant, pause: Duration = Self.pause) {
        failures += 1
        if failures >= Self.failureLimit { openUntil = now + pause }
    }
}
