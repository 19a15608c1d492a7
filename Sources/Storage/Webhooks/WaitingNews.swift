package import Rankings

/// Something that was not told yet, as an operator sees it.
package struct WaitingNews: Hashable, Sendable {
    package let id: Int64
    package let hook: String
    package let kind: String
    package let board: String
    package let at: Instant
    package let attempts: Int
    /// When it is tried next; of one that was given up, when that was.
    package let due: Instant
    package let isDead: Bool
    /// Why it failed last; nil where it was not tried.
    package let reason: String?
}
