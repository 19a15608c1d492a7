package import Rankings

/// How much room was taken at an instant.
package struct DiskSample: Hashable, Sendable {
    package let at: Instant
    /// Allocated on the disk, which is less than the files' lengths where they have holes.
    package let bytes: Int64

    package init(at: Instant, bytes: Int64) {
        self.at = at
        self.bytes = bytes
    }
}
