/// One player of one game, as they are published: the same person has another pseudonym in another game.
package struct PlayerOfGame: Hashable, Sendable {
    package let game: GameID
    package let player: Pseudonym

    package init(game: GameID, player: Pseudonym) {
        self.game = game
        self.player = player
    }
}

extension ForgottenPlayer {
    /// Who it is.
    package var id: PlayerOfGame { PlayerOfGame(game: game, player: player) }
}
