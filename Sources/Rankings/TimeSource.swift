/// Where `now` comes from, and how to wait. Everything that depends on time takes one, so that tests and the simulator
/// run days in seconds.
package protocol TimeSource: Sendable {
    func now() -> Instant

    /// Returns at or after the instant, at once where it has passed.
    ///
    /// - Throws: `CancellationError`; a simulated source also what keeps it from being moved.
    func sleep(until instant: Instant) async throws

    /// How many of its seconds go by while one is waited for what takes real time, such as an answer over HTTP: more
    /// than 0, and 1 for the machine's own clock.
    var speed: Double { get }
}

extension TimeSource {
    package var speed: Double { 1 }

    /// The real time in which a span of this clock goes by: what limits of transfers and pauses between them are given.
    package func realTime(of span: Duration) -> Duration { speed == 1 ? span : span / speed }
}
