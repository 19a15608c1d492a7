/// All that one crawl saw of one board.
package struct Reading: Hashable, Sendable {
    package let board: BoardID
    package let slot: Slot
    /// When the answer was complete.
    package let seenAt: Instant
    /// The top of the board, best first, about 100; nil where the request for it failed or the upstream has none.
    package let entries: [Entry]?
    /// Scores at ranks far below, by rank; nil where the request for them failed or the upstream has none.
    package let borders: [Border]?
    /// The upstream says that this is the tallied result.
    package let isFinal: Bool
    /// What the upstream says of when this was so; nil where it says nothing.
    package let shownAt: Instant?
    /// A part that the upstream has is missing.
    package let isPartial: Bool

    /// - Parameter isPartial: nil where the upstream has both parts.
    package init(
        board: BoardID, slot: Slot, seenAt: Instant, entries: [Entry]?, borders: [Border]?, isFinal: Bool,
        shownAt: Instant? = nil, isPartial: Bool? = nil
    ) {
        self.shownAt = shownAt
        self.board = board
        self.slot = slot
        self.seenAt = seenAt
        self.entries = entries
        self.borders = borders
        self.isFinal = isFinal
        self.isPartial = isPartial ?? (entries == nil || borders == nil)
    }
}
