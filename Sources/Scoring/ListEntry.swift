package import Rankings

/// One player on a list.
package struct ListEntry: Hashable, Sendable {
    package let place: Int
    /// Drawn at random when the player was first seen: it says nothing of who that is.
    package let player: Pseudonym
    package let name: String
    /// The address of a picture; nil where the player has none.
    package let avatar: String?
    package let score: Int64
    /// When the player's last action was accepted.
    package let changed: Instant

    package init(place: Int, player: Pseudonym, name: String, avatar: String?, score: Int64, changed: Instant) {
        self.place = place
        self.player = player
        self.name = name
        self.avatar = avatar
        self.score = score
        self.changed = changed
    }
}
