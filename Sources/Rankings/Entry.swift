/// Rank, player and score on a board as an upstream shows them.
package struct Entry: Hashable, Sendable {
    package let rank: Int
    package let player: PlayerID
    /// Any Unicode; text from players, never markup.
    package let name: String
    package let score: Int64

    package init(rank: Int, player: PlayerID, name: String, score: Int64) {
        self.rank = rank
        self.player = player
        self.name = name
        self.score = score
    }
}
