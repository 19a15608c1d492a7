/// A better rank never closes below a worse one: puts forecasts of a board into that order.
enum RankOrder {
    /// Scores that never rise from one rank to the next: the mean of the smallest such list above the scores and the
    /// largest below them. Lists that are in order stay as they are.
    ///
    /// - Parameter scores: one for each rank, the best rank first.
    static func ordered(_ scores: [Double]) -> [Double] {
        zip(raised(scores), lowered(scores)).map { ($0 + $1) / 2 }
    }

    /// Each score raised to the highest at a worse rank.
    static func raised(_ scores: [Double]) -> [Double] {
        var highest = -Double.infinity
        return Array(
            scores.reversed().map { score in
                highest = max(highest, score)
                return highest
            }.reversed())
    }

    /// Each score lowered to the lowest at a better rank.
    private static func lowered(_ scores: [Double]) -> [Double] {
        var lowest = Double.infinity
        return scores.map { score in
            lowest = min(lowest, score)
            return lowest
        }
    }
}
