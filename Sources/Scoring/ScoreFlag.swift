package import Rankings

/// Something odd about a player that nobody has looked at.
package struct ScoreFlag: Hashable, Sendable {
    /// Why it is odd.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// More actions in an hour than people do; the measure is how many.
        case rate
        /// A value far above the user's others; the measure is how many times their mean.
        case jump
        /// Values and times that nobody makes were refused; the measure is how many in the day.
        case pace
    }

    package let player: Pseudonym
    package let name: String
    package let board: String
    package let kind: Kind
    package let measure: Int64
    package let seen: Instant

    package init(player: Pseudonym, name: String, board: String, kind: Kind, measure: Int64, seen: Instant) {
        self.player = player
        self.name = name
        self.board = board
        self.kind = kind
        self.measure = measure
        self.seen = seen
    }
}
