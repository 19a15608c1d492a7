import Rankings
import Recording
import Storage

/// Recorded boards as events of the store.
enum RecordedEvents {
    /// A recording tells neither when the result was announced nor when the event closed: both count as its end.
    ///
    /// - Throws: `CommandError` where a name cannot be part of a published path.
    static func events(of boards: [RecordedBoard]) throws -> [Event] {
        try Dictionary(grouping: boards, by: \.event).sorted { $0.key < $1.key }.map { name, boards in
            let main = boards.first { $0.board == "main" } ?? boards[0]
            let times = EventTimes(
                starts: boards.map(\.starts).min() ?? main.starts, ends: boards.map(\.ends).max() ?? main.ends,
                announces: boards.map(\.ends).max() ?? main.ends, closes: boards.map(\.ends).max() ?? main.ends)
            guard PathComponent.isSafe(main.game) else { throw unsafe(main.game) }
            return Event(
                id: try main.id().event, game: GameID(rawValue: main.game), upstreamID: upstreamID(name, of: main.game),
                name: name, kind: main.kind, times: times,
                boards: try boards.sorted { ($0.starts, $0.board) < ($1.starts, $1.board) }.map { try $0.storedBoard() }
            )
        }
    }

    /// `126` of `sekai-kr-126`: what the game's server calls the event.
    private static func upstreamID(_ event: String, of game: String) -> String {
        event.hasPrefix(game + "-") ? String(event.dropFirst(game.count + 1)) : event
    }

    fileprivate static func unsafe(_ name: String) -> CommandError {
        CommandError("`\(name)` cannot be part of an address: lower-case letters, digits, `-`, `_` and `.` can")
    }
}

extension RecordedBoard {
    func id() throws -> BoardID {
        guard let id = BoardID("\(event)/\(board)") else { throw RecordedEvents.unsafe("\(event)/\(board)") }
        return id
    }

    var borderObservations: [BorderObservation] {
        observationsByMinute.map { observation in
            BorderObservation(
                slot: Slot(containing: Instant(unixSeconds: observation.at)), rank: observation.rank,
                score: observation.score)
        }
    }

    /// A high-score list may stand still but does not fall either.
    fileprivate func storedBoard() throws -> Board {
        Board(
            id: try id(), title: board == "main" ? Board.wholeEventTitle : board,
            times: EventTimes(starts: starts, ends: ends, announces: ends, closes: ends))
    }
}
