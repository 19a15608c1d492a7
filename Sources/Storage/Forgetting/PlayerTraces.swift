package import Rankings

/// What history tells of a player.
package struct PlayerTraces: Hashable, Sendable {
    package let id: PlayerOfGame
    /// Whether the upstream's id is still known.
    package let hasUpstreamID: Bool
    /// In any order, each once.
    package let names: [String]
    /// The boards they are on, oldest event first.
    package let boards: [BoardID]
}
