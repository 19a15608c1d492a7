package import Rankings
package import Scoring

/// What a moderator wants done, who that is and why.
package struct ModerationOrder: Hashable, Sendable {
    /// Characters of a reason, and of who gave it.
    package static let longestReason = 255
    package static let longestActor = 64

    package let kind: ModerationKind
    /// The board of one's own that it is about; nil: all.
    package let board: String?
    /// What is shown from now on, of `rename` alone; nil: what the player says.
    package let name: String?
    package let actor: String
    package let reason: String
    package let at: Instant

    package init(
        kind: ModerationKind, board: String? = nil, name: String? = nil, actor: String, reason: String, at: Instant
    ) {
        self.kind = kind
        self.board = board
        self.name = name
        self.actor = actor
        self.reason = reason
        self.at = at
    }
}
