/// What bringing a bucket up to date came to.
package struct MirrorReport: Sendable {
    /// Objects that were put.
    package var put = 0
    /// Bytes of them.
    package var putBytes = 0
    /// Objects that were removed.
    package var removed = 0
    /// Objects that are as they should be; counted by a verification alone.
    package var unchanged = 0
    /// Parts that are behind, because something failed or there was no time for them.
    package var behind = 0
    /// The first of what failed.
    package var failure: (any Error)?
    /// Another process is at it: nothing was done.
    package var isHeldElsewhere = false

    package init() {}

    /// Everything published is in the bucket.
    package var isComplete: Bool { behind == 0 && !isHeldElsewhere }

    /// Sums both.
    mutating func add(_ other: MirrorReport) {
        put += other.put
        putBytes += other.putBytes
        removed += other.removed
        unchanged += other.unchanged
        behind += other.behind
        failure = failure ?? other.failure
    }
}
