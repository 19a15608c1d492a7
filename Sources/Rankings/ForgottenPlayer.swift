/// A player whose name and id are kept no more: known by the pseudonym alone, so that they can be told when the
/// upstream lists them again.
package struct ForgottenPlayer: Hashable, Sendable {
    package let game: GameID
    package let player: Pseudonym
    /// When it was asked for.
    package let at: Instant

    package init(game: GameID, player: Pseudonym, at: Instant) {
        self.game = game
        self.player = player
        self.at = at
    }
}
