/// One ranked list of an event.
package struct Board: Hashable, Sendable {
    package let id: BoardID
    package let title: String
    /// The chapter's own times within the event, or the event's.
    package let times: EventTimes
    package let rules: BoardRules

    package init(id: BoardID, title: String, times: EventTimes, rules: BoardRules = BoardRules()) {
        self.id = id
        self.title = title
        self.times = times
        self.rules = rules
    }

    /// What the board of a whole event is called beside its chapters.
    package static let wholeEventTitle = "Whole event"

    /// Boards that are alike across events: every chapter is of the class `chapter`.
    package var boardClass: String { Self.boardClass(ofName: id.name) }

    package static func boardClass(ofName name: String) -> String { name.hasPrefix("chapter") ? "chapter" : name }
}
