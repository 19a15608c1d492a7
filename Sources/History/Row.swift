package import Rankings

/// One place of a board as history keeps it: players and names are numbers of the store.
package struct Row: Hashable, Sendable {
    /// What stands in place of a name's number where the player was forgotten; the store numbers names from 1.
    package static let noName: Int64 = 0

    package let rank: Int
    package let player: Int64
    /// `noName` where the player was forgotten.
    package let name: Int64
    package let score: Int64
    /// The slot at which the player was first seen with this score.
    package let scoredAt: Slot

    package init(rank: Int, player: Int64, name: Int64, score: Int64, scoredAt: Slot) {
        self.rank = rank
        self.player = player
        self.name = name
        self.score = score
        self.scoredAt = scoredAt
    }
}
