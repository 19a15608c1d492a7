/// One upstream title and region, e.g. `sekai-jp`. Lower-case letters, digits and hyphens; it is part of published
/// paths.
package struct GameID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
}
