/// A connection nobody uses, and since when.
struct IdleConnection {
    let connection: Connection
    let since: ContinuousClock.Instant
}
