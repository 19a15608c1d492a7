package import Rankings

/// The right to conclude one slot of one board, until another process takes it over.
package struct Claim: Hashable, Sendable {
    package let board: BoardID
    package let slot: Slot
    let owner: ClaimOwner
    /// Counts the owners of this slot; a conclusion by an earlier one is refused.
    let epoch: Int

    /// Whether another process held it before and did not conclude it.
    package var isTakenOver: Bool { epoch > 1 }
}
