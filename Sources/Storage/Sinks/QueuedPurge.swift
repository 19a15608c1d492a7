package import Rankings

/// A published file whose copies in caches are to be purged.
package struct QueuedPurge: Hashable, Sendable {
    /// Below the output folder.
    package let path: String
    /// Counts how often the file changed while it was waiting: a purge is done only where it did not meanwhile.
    package let version: Int64
    /// When the oldest change that was not purged came.
    package let queued: Instant
    /// How often it failed.
    package let attempts: Int

    package init(path: String, version: Int64, queued: Instant, attempts: Int) {
        self.path = path
        self.version = version
        self.queued = queued
        self.attempts = attempts
    }
}
