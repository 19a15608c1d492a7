/// What the points of an accepted action do to a score.
package enum ScoreRule: Hashable, Sendable {
    /// They are added to it.
    case sum
    /// They are the score, where they are better than the one before.
    case best
    /// They are the score.
    case last
    /// They are taken from it, down to the board's least score; everybody starts with so many.
    case decrement(from: Int64)
    /// The score is a weighted total of them.
    case weighted(WeightedTotal, of: WeightedParts.Kind)

    /// What whoever is not on the list yet has.
    package var start: Int64 {
        if case .decrement(let start) = self { start } else { 0 }
    }
}
