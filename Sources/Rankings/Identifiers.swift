/// One upstream title and region, e.g. `sekai-jp`. Lower-case letters, digits and hyphens; it is part of published paths.
package struct GameID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
}

/// One event of one game, e.g. `sekai-jp-210`: unique over all games, part of published paths.
package struct EventID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(game: GameID, upstreamID: String) { rawValue = "\(game)-\(upstreamID)" }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

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
        guard (1...2).contains(parts.count), parts.allSatisfy(isPathSafe) else { return nil }
        self.init(event: EventID(rawValue: parts[0]), name: parts.count == 2 ? parts[1] : "main")
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.event, left.name) < (right.event, right.name)
    }
}

/// An upstream's id of a player: opaque bytes, at most 64. It never leaves the store.
package struct PlayerID: Hashable, Sendable {
    package static let limitBytes = 64
    package let bytes: [UInt8]
    package init(bytes: [UInt8]) { self.bytes = bytes }
    package init(_ text: String) { bytes = Array(text.utf8) }
}

/// What is published in place of a player's id: 64 bits, different for each game, shown as 16 hexadecimal digits.
package struct Pseudonym: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: UInt64
    package init(value: UInt64) { self.value = value }

    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// Whether the text can be one component of a published path: lower-case letters, digits, `-`, `_` and inner dots.
package func isPathSafe(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 80 else { return false }
    func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return isPlain(first)
        && text.utf8.allSatisfy {
            isPlain($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
}
