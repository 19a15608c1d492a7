import Rankings

/// What a slot adds to the series of players and borders: one row for each that differs from the slot before.
package struct SeriesChanges: Hashable, Sendable {
    /// A player of the list.
    package struct Player: Hashable, Sendable {
        package let player: Int64
        /// nil where the player left the list.
        package let row: Row?
    }

    /// A border.
    package struct Border: Hashable, Sendable {
        package let rank: Int
        /// The last one where the border is gone.
        package let score: Int64
        /// The upstream shows the rank no more.
        package let isGone: Bool
    }

    /// By player.
    package let players: [Player]
    /// By rank.
    package let borders: [Border]

    package var isEmpty: Bool { players.isEmpty && borders.isEmpty }

    /// Of a player who is listed twice the better place counts.
    package init(from old: Snapshot, to new: Snapshot) {
        let before = Dictionary(old.rows.map { ($0.player, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.rows.map { ($0.player, $0) }, uniquingKeysWith: { first, _ in first })
        players = Set(before.keys).union(after.keys).sorted().compactMap { player in
            let (old, new) = (before[player], after[player])
            let isSame = old?.rank == new?.rank && old?.score == new?.score && old?.name == new?.name
            return isSame ? nil : Player(player: player, row: new)
        }
        let oldScores = Dictionary(uniqueKeysWithValues: old.borders.map { ($0.rank, $0.score) })
        let newScores = Dictionary(uniqueKeysWithValues: new.borders.map { ($0.rank, $0.score) })
        borders = Set(oldScores.keys).union(newScores.keys).sorted().compactMap { rank in
            let (old, new) = (oldScores[rank], newScores[rank])
            guard old != new, let score = new ?? old else { return nil }
            return Border(rank: rank, score: score, isGone: new == nil)
        }
    }
}
