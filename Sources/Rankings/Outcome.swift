/// What became of a slot of a board. Every slot of a live board ends in exactly one.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Read, and something differed from the standing before.
    case changed
    /// Read, and nothing differed.
    case unchanged
    /// One of its requests failed; what came was kept.
    case partial
    /// The answer was implausible and left the standing as it was.
    case refused
    /// Nothing usable came.
    case missed

    /// Whether the slot counts as seen in the coverage of a window.
    package var isSeen: Bool {
        switch self {
        case .changed, .unchanged, .partial: true
        case .refused, .missed: false
        }
    }
}

/// The outcome of one slot with what an operator wants to know of it.
package struct SlotOutcome: Hashable, Sendable {
    package let slot: Slot
    package let outcome: Outcome
    /// A short reason in words for `partial`, `refused` and `missed`; nil where all went well.
    package let reason: String?
    /// From the planned instant to the end of the upstream's answer; nil where none came.
    package let latency: Duration?

    package init(slot: Slot, outcome: Outcome, reason: String? = nil, latency: Duration? = nil) {
        self.slot = slot
        self.outcome = outcome
        self.reason = reason
        self.latency = latency
    }
}

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
