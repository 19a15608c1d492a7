/// The outcome of one slot with what an operator wants to know of it.
package struct SlotOutcome: Hashable, Sendable {
    package let slot: Slot
    package let outcome: Outcome
    /// A short reason in words for `partial`, `refused` and `missed`, and what a reading corrects in an announced
    /// result; nil where there is nothing to say.
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
