package import Rankings

extension Acceptance {
    /// What an accepted reading corrects in the announced result, in words for the slot's outcome.
    ///
    /// - Parameter pseudonym: turns the reading's players into those of the standing.
    /// - Returns: nil where there is no result yet, or the reading changes no place and no score of it.
    package func correction(
        by reading: Reading, of standing: Standing, pseudonym: (PlayerID) -> Pseudonym
    ) -> String? {
        guard standing.isFinal else { return nil }
        let result = Scores(of: standing)
        let shown = Scores(of: reading, pseudonym: pseudonym)
        var counts: [(Int, String)] = []
        if reading.entries != nil {
            let changed = shown.players.count { player, score in result.players[player].map { $0 != score } ?? false }
            counts += [
                (result.players.keys.count { shown.players[$0] == nil }, "left"),
                (shown.players.keys.count { result.players[$0] == nil }, "came"), (changed, "with another score"),
            ].map { ($0.0, "\($0.0 == 1 ? "player" : "players") \($0.1)") }
        }
        if reading.borders != nil {
            let ranks = Set(result.borders.keys).union(shown.borders.keys)
            let changed = ranks.count { result.borders[$0] != shown.borders[$0] }
            counts.append((changed, changed == 1 ? "border" : "borders"))
        }
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? nil : "corrects the announced result: \(words.joined(separator: ", "))"
    }
}
