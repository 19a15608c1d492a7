package import Rankings

/// What a server vouches for when an action begins.
package struct ActionGrant: Hashable, Sendable {
    package let user: String
    package let board: String
    package let type: String
    package let id: ActionID
    package let begun: Instant

    package init(user: String, board: String, type: String, id: ActionID, begun: Instant) {
        self.user = user
        self.board = board
        self.type = type
        self.id = id
        self.begun = begun
    }
}
