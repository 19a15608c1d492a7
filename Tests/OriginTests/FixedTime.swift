import Rankings

/// A clock that stands still. The origin never sleeps.
struct FixedTime: TimeSource {
    let instant: Instant

    func now() -> Instant { instant }

    func sleep(until instant: Instant) async throws { fatalError("the origin does not sleep") }
}
