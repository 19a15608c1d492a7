package import Logging
package import Rankings
package import Storage
import Telemetry

/// Has the copies that caches keep of published files purged, by way of the store's queue.
package struct PurgeNotes: Sendable {
    private let store: Store
    private let now: @Sendable () -> Instant
    private let logger: Logger

    /// - Parameter now: the clock that purges are made by.
    package init(store: Store, logger: Logger, now: @escaping @Sendable () -> Instant) {
        self.store = store
        self.logger = logger
        self.now = now
    }

    /// Queues files that were replaced or removed.
    ///
    /// - Parameter paths: below the output folder.
    package func queue(_ paths: [String]) async throws {
        let dropped = try await store.queuePurges(of: paths, now: now())
        if dropped > 0 {
            logger.error(
                "purges given up, too many wait", metadata: .keyed([.count: "\(dropped)"]))
        }
    }
}
