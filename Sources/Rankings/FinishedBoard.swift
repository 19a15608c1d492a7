/// A board of an event that is over, as forecasts learn from it.
package struct FinishedBoard: Hashable, Sendable {
    package let game: GameID
    package let event: EventID
    package let kind: String
    package let board: Board
    /// By rank; the last point of each is the final score where it lies within an hour of the end.
    package let courses: [BorderCourse]

    package init(game: GameID, event: EventID, kind: String, board: Board, courses: [BorderCourse]) {
        self.game = game
        self.event = event
        self.kind = kind
        self.board = board
        self.courses = courses
    }
}
