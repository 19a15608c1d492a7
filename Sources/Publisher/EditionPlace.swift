package import Rankings

/// Which edition roots belong to.
package struct EditionPlace: Hashable, Sendable {
    package let board: BoardID
    package let slot: Slot

    package init(board: BoardID, slot: Slot) {
        self.board = board
        self.slot = slot
    }
}
