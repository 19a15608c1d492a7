import History
import Rankings

/// A row of the table `slot`.
struct RecordRow: Sendable {
    let outcome: SlotOutcome
    let isFinal: Bool
    let seen: Int
    let isWhole: Bool
    let delta: Delta?
}
