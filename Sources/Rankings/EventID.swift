/// One event of one game, e.g. `sekai-jp-210`: unique over all games, part of published paths.
package struct EventID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(game: GameID, upstreamID: String) { rawValue = "\(game)-\(upstreamID)" }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
