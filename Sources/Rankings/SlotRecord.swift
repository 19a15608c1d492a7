/// What history has of one slot of a board.
package struct SlotRecord: Hashable, Sendable {
    package let outcome: SlotOutcome
    /// The board after the slot; nil where the slot was not seen.
    package let standing: Standing?

    package init(outcome: SlotOutcome, standing: Standing?) {
        precondition(outcome.outcome.isSeen == (standing != nil), "a slot has a standing where it was seen")
        self.outcome = outcome
        self.standing = standing
    }

    package var slot: Slot { outcome.slot }
}
