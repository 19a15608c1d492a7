package import Rankings

/// One recorded border, as other trackers keep them.
package struct BorderObservation: Hashable, Sendable {
    package let slot: Slot
    package let rank: Int
    package let score: Int64

    package init(slot: Slot, rank: Int, score: Int64) {
        self.slot = slot
        self.rank = rank
        self.score = score
    }
}
