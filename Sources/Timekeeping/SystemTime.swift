import Glibc
package import Rankings

/// The wall clock of this machine.
package struct SystemTime: TimeSource {
    /// The longest nap before the wall clock is looked at again: a clock that is set forward, or a machine that wakes
    /// from suspension, is noticed within this time.
    static let longestNap = Duration.seconds(2)

    package init() {}

    package func now() -> Instant {
        var time = timespec()
        let status = clock_gettime(CLOCK_REALTIME, &time)
        precondition(status == 0, "the real-time clock can always be read")
        return Instant(unixMilliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package func sleep(until instant: Instant) async throws {
        try Task.checkCancellation()
        while let nap = Nap(from: now(), until: instant, atMost: Self.longestNap) {
            try await Task.sleep(for: nap.duration)
        }
    }
}
