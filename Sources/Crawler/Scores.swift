import Rankings

/// The scores on a board without their order: what acceptance compares.
struct Scores {
    let players: [Pseudonym: Int64]
    let borders: [Int: Int64]

    init(of standing: Standing) {
        players = Dictionary(standing.entries.map { ($0.player, $0.score) }) { first, _ in first }
        borders = Dictionary(standing.borders.map { ($0.rank, $0.score) }) { first, _ in first }
    }

    /// The scores of what a reading has; a part that failed has none.
    init(of reading: Reading, pseudonym: (PlayerID) -> Pseudonym) {
        players = Dictionary((reading.entries ?? []).map { (pseudonym($0.player), $0.score) }) { first, _ in first }
        borders = Dictionary((reading.borders ?? []).map { ($0.rank, $0.score) }) { first, _ in first }
    }

    /// Why these scores are older than the result: most of those that moved between the last standing before the end
    /// and the result are back where they were, or lower. A correction takes points from few; only a forgotten answer
    /// takes the last minute's from everybody.
    ///
    /// - Returns: nil where they may be a correction, or nothing moved by which one could tell.
    func regression(from result: Scores, to running: Scores) -> String? {
        Self.regression(of: players, from: result.players, to: running.players, called: "players")
            ?? Self.regression(of: borders, from: result.borders, to: running.borders, called: "borders")
    }

    private static func regression<Key>(
        of shown: [Key: Int64], from result: [Key: Int64], to running: [Key: Int64], called name: String
    ) -> String? {
        let moved = shown.compactMap { key, score -> (score: Int64, before: Int64)? in
            guard let before = running[key], let after = result[key], after > before else { return nil }
            return (score, before)
        }
        let returned = moved.count { $0.score <= $0.before }
        return returned * 2 > moved.count
            ? "older than the announced result: \(returned) of \(moved.count) \(name) are back before the end" : nil
    }
}
