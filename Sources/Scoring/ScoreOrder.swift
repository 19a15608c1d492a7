/// Which score is the better one.
package enum ScoreOrder: String, Hashable, Sendable, CaseIterable {
    case highestFirst = "highest-first"
    case lowestFirst = "lowest-first"

    /// Whether the first score is better than the second.
    package func isBetter(_ score: Int64, than other: Int64) -> Bool {
        self == .highestFirst ? score > other : score < other
    }

    /// A key that is the smaller the better the score is, for indexes that ascend. Never negative.
    package func sortKey(of score: Int64) -> Int64 {
        ScoreLimits.greatest + (self == .highestFirst ? -score : score)
    }

    /// What `sortKey` was made of.
    package func score(ofSortKey key: Int64) -> Int64 {
        self == .highestFirst ? ScoreLimits.greatest - key : key - ScoreLimits.greatest
    }
}
