import History
import Rankings

/// What an accepted slot keeps of its board.
struct KeptSlot: Sendable {
    let slot: Slot
    let base: Slot
    let seen: Int
    let isFinal: Bool
    /// The whole board where the slot is its own base, else what differs; nil where nothing does.
    let delta: Delta?

    /// The delta is the whole board.
    var isWhole: Bool { base == slot }

    /// The board after this slot.
    func snapshot(after before: KeptSnapshot?, of stored: StoredBoard) throws(StorageError) -> KeptSnapshot {
        var snapshot = isWhole ? Snapshot() : before?.snapshot ?? Snapshot()
        if let delta { snapshot = try snapshot.applying(delta, at: slot, of: stored) }
        return KeptSnapshot(snapshot: snapshot, asOf: slot, base: base, seen: seen, isFinal: isFinal)
    }
}
