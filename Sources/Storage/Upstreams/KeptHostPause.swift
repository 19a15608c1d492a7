package import Rankings

/// A host asked not to be asked for a time.
package struct KeptHostPause: Hashable, Sendable {
    package let host: String
    package let until: Instant
    /// The status it said so with.
    package let status: Int

    package init(host: String, until: Instant, status: Int) {
        self.host = host
        self.until = until
        self.status = status
    }
}
