package import Rankings

/// One board of a recorded event: a line of `events.csv.gz` and its lines of `borders.csv.gz`.
package struct RecordedBoard: Hashable, Sendable {
    package let game: String
    /// The event's name, e.g. `sekai-kr-126`.
    package let event: String
    package let kind: String
    /// `main` or `chapter-…`.
    package let board: String
    package let starts: Instant
    package let ends: Instant
    /// By rank, then by time.
    package let observations: [RecordedObservation]

    package init(
        game: String, event: String, kind: String, board: String, starts: Instant, ends: Instant,
        observations: [RecordedObservation]
    ) {
        self.game = game
        self.event = event
        self.kind = kind
        self.board = board
        self.starts = starts
        self.ends = ends
        self.observations = observations
    }
}
