package import Rankings

/// A version of the model that was fitted to the operator's own history.
package struct StoredModel: Hashable, Sendable {
    /// From 1 on.
    package let number: Int
    package let fittedAt: Instant
    /// The words of the model; the store does not read them.
    package let factors: String
    /// How many events judged it.
    package let events: Int
    /// Its walk-forward score on these, in millionths of a final score; less is better.
    package let score: Int
    /// The score of the version that was in use then, on the same.
    package let scoreInUse: Int

    package init(number: Int, fittedAt: Instant, factors: String, events: Int, score: Int, scoreInUse: Int) {
        self.number = number
        self.fittedAt = fittedAt
        self.factors = factors
        self.events = events
        self.score = score
        self.scoreInUse = scoreInUse
    }
}
