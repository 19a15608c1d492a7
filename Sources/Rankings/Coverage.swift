/// How much of a window of time was seen.
package struct Coverage: Hashable, Sendable {
    /// Slots of the window that were read, wholly or in part.
    package let seen: Int
    /// Slots of the window that were planned.
    package let planned: Int

    package init(seen: Int, planned: Int) {
        self.seen = seen
        self.planned = planned
    }

    package init(_ outcomes: some Sequence<SlotOutcome>) {
        var seen = 0
        var planned = 0
        for outcome in outcomes {
            planned += 1
            if outcome.outcome.isSeen { seen += 1 }
        }
        self.init(seen: seen, planned: planned)
    }
}
