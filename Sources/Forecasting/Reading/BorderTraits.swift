import Glibc

/// What a border is, as numbers that are cheap to compare: what it shares with another says what one can learn from the
/// other.
struct BorderTraits: Hashable, Sendable {
    let board: Int
    let game: Int
    /// Regions of one title, see `GameFamilies`.
    let family: Int
    let kind: Int
    let boardClass: Int
    let rank: Int

    /// Ranks are near one another when they differ by a small factor.
    var logRank: Double { log(Double(rank) + 1) }

    func sharesFamilyAndClass(_ other: Self) -> Bool { family == other.family && boardClass == other.boardClass }
    func sharesGameAndClass(_ other: Self) -> Bool { game == other.game && boardClass == other.boardClass }
}
