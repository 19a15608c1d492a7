/// One ranked list of an event: the event and the board's name within it (`main`, `chapter-7`).
package struct BoardID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let event: EventID
    /// Lower-case letters, digits and hyphens; `main` is the whole event.
    package let name: String

    package init(event: EventID, name: String) {
        self.event = event
        self.name = name
    }

    /// `sekai-jp-210/main`: the published path below `e/`, and what commands take.
    package var description: String { "\(event)/\(name)" }

    /// Reads `event/board`; an event alone means its `main` board. Nil where a part is empty or a path of its own.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), parts.allSatisfy(PathComponent.isSafe) else { return nil }
        self.init(event: EventID(rawValue: parts[0]), name: parts.count == 2 ? parts[1] : "main")
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.event, left.name) < (right.event, right.name)
    }
}
