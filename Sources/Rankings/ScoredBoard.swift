/// A finished board with what became of its forecasts.
package struct ScoredBoard: Hashable, Sendable {
    package let game: GameID
    package let board: BoardID
    package let eventName: String
    package let boardTitle: String
    /// The end of scoring.
    package let ends: Instant
    /// The longest lead first, each once.
    package let scores: [ForecastScore]

    package init(
        game: GameID, board: BoardID, eventName: String, boardTitle: String, ends: Instant, scores: [ForecastScore]
    ) {
        self.game = game
        self.board = board
        self.eventName = eventName
        self.boardTitle = boardTitle
        self.ends = ends
        self.scores = scores
    }
}
