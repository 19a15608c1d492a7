import Rankings
import Recording

/// Makes the game server's view of an event from its recorded boards.
enum RecordedCalendar {
    /// - Parameter boards: all boards of one event, at least one.
    /// - Throws: `unshowableEvent` where the game server's shape has no place for it.
    static func event(of boards: [RecordedBoard]) throws(SimulatedGameError) -> GameEvent {
        let name = boards[0].event
        guard let number = trailingNumber(of: name) else {
            throw unshowable(name, "its name must end in a number, which becomes the upstream's id")
        }
        guard let main = boards.first(where: { $0.board == "main" }) else {
            throw unshowable(name, "it has no main board, and the game server shows every event with one")
        }
        var chapters: [GameChapter] = []
        let parts = boards.filter { $0.board != "main" }.sorted { ($0.starts, $0.board) < ($1.starts, $1.board) }
        for (index, board) in parts.enumerated() {
            chapters.append(try chapter(board, of: number, index: index))
        }
        return GameEvent(
            number: number, kind: main.kind, name: name,
            window: ScoringWindow(
                starts: main.starts, ends: main.ends, announces: main.ends + GameEvent.countingTime),
            closes: main.ends + GameEvent.correctionTime, chapters: chapters)
    }

    private static func chapter(
        _ board: RecordedBoard, of number: Int, index: Int
    ) throws(SimulatedGameError) -> GameChapter {
        let character = board.board.hasPrefix("chapter-") ? Int(board.board.dropFirst("chapter-".count)) : nil
        let chapter = GameChapter(
            eventNumber: number, characterID: character, number: index + 1, starts: board.starts, ends: board.ends)
        guard chapter.boardName == board.board else {
            throw unshowable(board.event, "its board \(board.board) is no chapter: chapter-<number> or chapter-finale")
        }
        return chapter
    }

    /// The number at the end of a name such as `sekai-kr-126`; nil where there is none, or one over nine digits.
    private static func trailingNumber(of name: String) -> Int? {
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
        return digits.count <= 9 ? Int(String(digits.reversed())) : nil
    }

    private static func unshowable(_ event: String, _ problem: String) -> SimulatedGameError {
        SimulatedGameError(.unshowableEvent, item: "event \(event)", problem: problem)
    }
}
