/// A run of planned slots that brought no reading, all for one reason.
package struct SlotGap: Hashable, Sendable {
    package let first: Slot
    package private(set) var last: Slot
    /// How many planned slots it holds; other minutes between them were not planned.
    package private(set) var slots: Int
    /// `missed` or `refused`.
    package let outcome: Outcome
    package let reason: String?

    /// The gaps of a board.
    ///
    /// - Parameter outcomes: every slot that has one, oldest first.
    package static func gaps(in outcomes: [SlotOutcome]) -> [SlotGap] {
        var gaps: [SlotGap] = []
        var isOpen = false
        for slot in outcomes {
            guard !slot.outcome.isSeen else {
                isOpen = false
                continue
            }
            if isOpen, let last = gaps.last, last.outcome == slot.outcome, last.reason == slot.reason {
                gaps[gaps.count - 1].last = slot.slot
                gaps[gaps.count - 1].slots += 1
            } else {
                gaps.append(
                    SlotGap(first: slot.slot, last: slot.slot, slots: 1, outcome: slot.outcome, reason: slot.reason))
            }
            isOpen = true
        }
        return gaps
    }
}
