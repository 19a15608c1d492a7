/// What telling caches came to.
package struct PurgeReport: Hashable, Sendable {
    /// Files whose copies are gone.
    package var done = 0
    /// Requests that failed.
    package var failed = 0
    /// Requests that were made.
    package var requests = 0
    /// Files that were given up: they failed for too long.
    package var dropped = 0
    /// Why the first of them failed.
    package var reason: String?

    package init() {}
}
