package import Rankings

/// A player found by a name.
package struct FoundPlayer: Hashable, Sendable {
    package let id: PlayerOfGame
    package let name: String
    /// The newest board on which they were called so.
    package let board: BoardID
}
