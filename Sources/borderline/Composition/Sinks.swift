import Rankings
import Timekeeping

/// What is told of published files after they are in the output folder: a bucket, then caches.
struct Sinks: Sendable {
    /// nil where none is configured.
    let bucket: BucketJob?
    /// nil where none is configured.
    let purge: PurgeJob?

    init(_ parts: Composition) {
        bucket = BucketJob(parts)
        purge = PurgeJob(parts)
    }

    /// Does what is due. What fails is logged and left for the next time.
    ///
    /// - Parameter limit: nothing more is begun after so long; nil goes on to the end.
    func catchUp(within limit: Duration? = nil) async throws {
        let (began, clock) = (ContinuousClock.now, SystemTime())
        let end = limit.map { clock.now() + $0 }
        _ = try await bucket?.catchUp(until: limit.map { began + $0 })
        try await purge?.deliver(until: end)
    }
}
