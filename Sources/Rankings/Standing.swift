/// A board as it was at one slot, rebuilt from history.
package struct Standing: Hashable, Sendable {
    package let board: BoardID
    /// The slot asked for.
    package let slot: Slot
    /// The newest slot at or before it whose reading was accepted; nil before the first, and then the lists are empty.
    package let asOf: Slot?
    /// Best first, in the upstream's order.
    package let entries: [StandingEntry]
    /// By rank.
    package let borders: [StandingBorder]
    /// The reading was the upstream's tallied result.
    package let isFinal: Bool

    package init(
        board: BoardID, slot: Slot, asOf: Slot?, entries: [StandingEntry], borders: [StandingBorder], isFinal: Bool
    ) {
        self.board = board
        self.slot = slot
        self.asOf = asOf
        self.entries = entries
        self.borders = borders
        self.isFinal = isFinal
    }
}

/// A player's place on a board at one slot, with the name of that time.
package struct StandingEntry: Hashable, Sendable {
    package let rank: Int
    package let player: Pseudonym
    package let name: String
    package let score: Int64
    /// The slot at which this score was first seen.
    package let scoredAt: Slot

    package init(rank: Int, player: Pseudonym, name: String, score: Int64, scoredAt: Slot) {
        self.rank = rank
        self.player = player
        self.name = name
        self.score = score
        self.scoredAt = scoredAt
    }
}

/// The score at one rank at one slot.
package struct StandingBorder: Hashable, Sendable {
    package let rank: Int
    package let score: Int64
    /// The slot at which this score was first seen.
    package let scoredAt: Slot

    package init(rank: Int, score: Int64, scoredAt: Slot) {
        self.rank = rank
        self.score = score
        self.scoredAt = scoredAt
    }
}
