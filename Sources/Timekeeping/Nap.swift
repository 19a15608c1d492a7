import Rankings

/// How long to sleep before looking at the clock again.
struct Nap: Equatable {
    let duration: Duration

    /// Nil once the instant is reached. Instants are whole milliseconds, so a nap is never shorter than one.
    init?(from now: Instant, until instant: Instant, atMost longest: Duration) {
        guard now < instant else { return nil }
        duration = min(instant - now, longest)
    }
}
