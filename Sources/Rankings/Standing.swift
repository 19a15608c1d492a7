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
    /// How many slots of the board were seen up to this one: the difference of two standings is what was seen between.
    package let seen: Int

    package init(
        board: BoardID, slot: Slot, asOf: Slot?, entries: [StandingEntry], borders: [StandingBorder], isFinal: Bool,
        seen: Int = 0
    ) {
        self.seen = seen
        self.board = board
        self.slot = slot
        self.asOf = asOf
        self.entries = entries
        self.borders = borders
        self.isFinal = isFinal
    }

    /// The ranks of the borders and the followed ranks among the entries, ascending.
    package var followedRanks: [Int] {
        Set(borders.map(\.rank) + TopRanks.followed.filter { $0 <= entries.count }).sorted()
    }
}
