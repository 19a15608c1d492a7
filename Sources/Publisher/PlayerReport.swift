package import Rankings

/// Everything that is published about one player on one board.
package struct PlayerReport: Hashable, Sendable {
    /// How the player ended on another board.
    package struct Placement: Hashable, Sendable {
        package let event: Event
        package let board: Board
        package let rank: Int
        package let score: Int64

        package init(event: Event, board: Board, rank: Int, score: Int64) {
            self.event = event
            self.board = board
            self.rank = rank
            self.score = score
        }
    }

    package let player: Pseudonym
    /// As of the edition.
    package let entry: StandingEntry
    /// Every change of the player on the board, up to the edition.
    package let series: Series
    /// The borders of the board, by rank.
    package let courses: [BorderCourse]
    /// On finished boards of the game, the newest first.
    package let past: [Placement]

    package init(
        player: Pseudonym, entry: StandingEntry, series: Series, courses: [BorderCourse], past: [Placement]
    ) {
        self.player = player
        self.entry = entry
        self.series = series
        self.courses = courses
        self.past = past
    }
}
