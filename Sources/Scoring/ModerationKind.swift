/// What a moderator does to a player.
package enum ModerationKind: String, Hashable, Sendable, CaseIterable {
    /// Takes the player off lists: they count in nobody's place. Of a crawled game: takes the name away.
    case hide
    /// Undoes it. Of a crawled game: the name is again the upstream's.
    case restore
    /// Hides the player everywhere, and refuses what they do.
    case ban
    /// Undoes it; where the player is hidden besides they stay so.
    case unban
    /// Shows another name.
    case rename
    /// Looks at a flag, and lets it be.
    case dismiss
}
