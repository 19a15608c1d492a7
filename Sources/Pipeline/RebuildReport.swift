/// What making published files again came to.
package struct RebuildReport: Hashable, Sendable {
    /// Files that were missing or other than they should be, or were written whatever they were.
    package var written = 0
    /// Files that were as they should be.
    package var unchanged = 0
    /// Files that nothing leads to any more.
    package var removed = 0

    package init() {}

    /// Sums both.
    package mutating func add(_ other: RebuildReport) {
        written += other.written
        unchanged += other.unchanged
        removed += other.removed
    }
}
