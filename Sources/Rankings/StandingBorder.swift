/// The score at one rank at one slot.
package struct StandingBorder: Hashable, Sendable {
    package let rank: Int
    package let score: Int64
    /// The slot at which this score was first seen.
    package let scoredAt: Slot

    package init(rank: Int, score: Int64, scoredAt: Slot) {
        self.rank = rank
        self.score = score
        self.scoredAt = scoredAt
    }
}
