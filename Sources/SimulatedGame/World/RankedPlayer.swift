/// One row of a ranking as the game server shows it.
package struct RankedPlayer: Hashable, Sendable {
    package let rank: Int
    package let player: GamePlayer
    /// Any Unicode, controls and markup included.
    package let name: String
    package let score: Int64

    package init(rank: Int, player: GamePlayer, name: String, score: Int64) {
        self.rank = rank
        self.player = player
        self.name = name
        self.score = score
    }
}
