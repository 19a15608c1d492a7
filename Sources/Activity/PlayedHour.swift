package import Rankings

/// What the readings of one hour say of how the players of a board play.
///
/// A game that ends raises a score once, and takes longer than a minute: so each reading in which a score is higher
/// than in the one before counts as one game. Where readings were missed, games that ended between two of them count
/// as one, so the number is the least that can be.
package struct PlayedHour: Hashable, Sendable {
    /// The rank each player had when the hour began; absent where they were not on the board.
    package let ranks: [Pseudonym: Int]
    /// Games that ended in the hour, of players who were on the board when it began.
    package let games: [Pseudonym: Int]

    package init(ranks: [Pseudonym: Int], games: [Pseudonym: Int]) {
        self.ranks = ranks
        self.games = games
    }

    /// - Parameters:
    ///   - standings: oldest first; the first is of the slot at which the hour began.
    ///   - startedWithin: the board began inside the hour, so that everybody began it with nothing.
    package init(_ standings: some Sequence<Standing>, startedWithin: Bool) {
        var ranks: [Pseudonym: Int] = [:]
        var games: [Pseudonym: Int] = [:]
        var scores: [Pseudonym: Int64] = [:]
        var last: Slot?
        for (place, standing) in standings.enumerated() {
            let isFirst = place == 0
            // A slot that was not seen repeats the standing before.
            guard isFirst || standing.asOf != last else { continue }
            last = standing.asOf
            for entry in standing.entries {
                if isFirst {
                    ranks[entry.player] = entry.rank
                    games[entry.player] = 0
                } else if entry.score > scores[entry.player] ?? (startedWithin ? 0 : .max) {
                    games[entry.player, default: 0] += 1
                }
                scores[entry.player] = entry.score
            }
        }
        self.ranks = ranks
        self.games = startedWithin ? games : games.filter { ranks[$0.key] != nil }
    }
}
