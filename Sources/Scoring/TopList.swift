package import Rankings

/// A part of a list as it was after one of its changes.
package struct TopList: Hashable, Sendable {
    /// The number of the last change; 0 before the first.
    package let change: Int64
    /// When that was; nil before the first.
    package let changed: Instant?
    /// Best first.
    package let entries: [ListEntry]

    package init(change: Int64, changed: Instant?, entries: [ListEntry]) {
        self.change = change
        self.changed = changed
        self.entries = entries
    }

    /// The list nobody is on yet.
    package static let empty = TopList(change: 0, changed: nil, entries: [])
}
