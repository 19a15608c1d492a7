package import Rankings
package import Scoring

/// What a moderator did.
package struct ModerationAct: Hashable, Sendable {
    package let at: Instant
    package let actor: String
    package let kind: ModerationKind
    /// Nil: of a player of one's own boards.
    package let game: String?
    /// Nil: on all boards.
    package let board: String?
    package let player: Pseudonym
    package let name: String?
    package let reason: String
}
