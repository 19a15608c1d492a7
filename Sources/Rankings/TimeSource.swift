/// Where `now` comes from, and how to wait. Everything that depends on time takes one, so that tests and the simulator
/// run days in seconds.
package protocol TimeSource: Sendable {
    func now() -> Instant

    /// Returns at or after the instant, at once where it has passed.
    ///
    /// - Throws: `CancellationError`; a simulated source also what keeps it from being moved.
    func sleep(until instant: Instant) async throws
}
