import History
import Rankings

/// What a seen slot keeps of its board: how it differs from the seen slot before, or the whole of it.
struct SlotDelta: Sendable {
    /// The slot that was kept whole and that this one is rebuilt from.
    let base: Slot
    /// How many slots of the board were seen up to this one.
    let seen: Int
    /// nil where nothing differs.
    let delta: Delta?
    let isFinal: Bool

    /// - Parameter newest: the board at the seen slot before; nil where this is the first.
    init(from newest: KeptSnapshot?, to snapshot: Snapshot, at slot: Slot, isFinal: Bool) {
        self.isFinal = isFinal
        seen = (newest?.seen ?? 0) + 1
        if let newest, !KeyFrame.isDue(at: slot, last: newest.base) {
            base = newest.base
            delta = newest.snapshot == snapshot ? nil : Delta(from: newest.snapshot, to: snapshot, at: slot)
        } else {
            base = slot
            delta = Delta(from: Snapshot(), to: snapshot, at: slot)
        }
    }

    /// The board after this slot.
    func kept(_ snapshot: Snapshot, at slot: Slot) -> KeptSnapshot {
        KeptSnapshot(snapshot: snapshot, asOf: slot, base: base, seen: seen, isFinal: isFinal)
    }
}
