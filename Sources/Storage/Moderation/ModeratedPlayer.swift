package import Rankings

/// A player who is shown otherwise than they would be, or not at all.
package struct ModeratedPlayer: Hashable, Sendable {
    /// Nil: of one's own boards.
    package let game: String?
    package let player: Pseudonym
    /// What is shown; nil: no name.
    package let name: String?
    package let isBanned: Bool
    package let isRenamed: Bool
    /// The boards they are hidden on; `""` is all.
    package let hiddenOn: [String]
}
