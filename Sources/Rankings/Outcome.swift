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
