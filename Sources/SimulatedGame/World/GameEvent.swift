package import Rankings

/// An event as the game server lists it in `master/events.json`.
package struct GameEvent: Hashable, Sendable {
    /// From the end of scoring to the announcement.
    package static let countingTime = Duration.minutes(10)
    /// From the end of scoring until nothing is corrected any more.
    package static let correctionTime = Duration.hours(42)

    /// The upstream's id.
    package let number: Int
    /// The upstream's word for the kind, e.g. `marathon`.
    package let kind: String
    package let name: String
    package let window: ScoringWindow
    package let closes: Instant
    /// By start; empty where the event has none.
    package let chapters: [GameChapter]

    package init(
        number: Int, kind: String, name: String, window: ScoringWindow, closes: Instant, chapters: [GameChapter]
    ) {
        self.number = number
        self.kind = kind
        self.name = name
        self.window = window
        self.closes = closes
        self.chapters = chapters
    }

    /// The whole event first, then its chapters.
    package var boards: [GameBoard] { [.main] + chapters.map(GameBoard.chapter) }

    /// When scores count on one of the event's boards.
    package func window(of board: GameBoard) -> ScoringWindow {
        switch board {
        case .main: window
        case .chapter(let chapter): chapter.window
        }
    }
}
