/// A player's place on a board at one slot, with the name of that time.
package struct StandingEntry: Hashable, Sendable {
    package let rank: Int
    package let player: Pseudonym
    /// nil where the player was forgotten.
    package let name: String?
    package let score: Int64
    /// The slot at which this score was first seen.
    package let scoredAt: Slot

    package init(rank: Int, player: Pseudonym, name: String?, score: Int64, scoredAt: Slot) {
        self.rank = rank
        self.player = player
        self.name = name
        self.score = score
        self.scoredAt = scoredAt
    }
}
