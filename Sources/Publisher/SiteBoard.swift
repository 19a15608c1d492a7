package import Rankings

/// One board as the site's own pages and `manifest.json` show it.
package struct SiteBoard: Hashable, Sendable {
    package let board: Board
    package let phase: Season.Phase
    /// The slot of its newest edition.
    package let slot: Slot
    /// The slot of its next edition; nil once it is over.
    package let next: Slot?

    package init(board: Board, phase: Season.Phase, slot: Slot, next: Slot?) {
        self.board = board
        self.phase = phase
        self.slot = slot
        self.next = next
    }
}
