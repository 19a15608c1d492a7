import History
import Rankings

/// A board as the store keeps it at one slot.
struct KeptSnapshot: Sendable {
    let snapshot: Snapshot
    /// The newest slot whose reading was accepted.
    let asOf: Slot
    /// The slot that was kept whole and that the snapshot is rebuilt from.
    let base: Slot
    /// How many slots of the board were seen up to this one.
    let seen: Int
    let isFinal: Bool
}
