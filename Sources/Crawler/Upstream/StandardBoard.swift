package import Rankings

/// A board that every event of a game has.
package struct StandardBoard: Hashable, Sendable {
    /// Its name within the event: `main` is the whole event.
    package let name: String
    package let title: String
    package let rules: BoardRules

    package init(name: String, title: String, rules: BoardRules = BoardRules()) {
        self.name = name
        self.title = title
        self.rules = rules
    }

    /// The one board of most games.
    package static let main = StandardBoard(name: "main", title: Board.wholeEventTitle)

    /// The board of one event.
    package func board(of event: EventID, times: EventTimes) -> Board {
        Board(id: BoardID(event: event, name: name), title: title, times: times, rules: rules)
    }
}
