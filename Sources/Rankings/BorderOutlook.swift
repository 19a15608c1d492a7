/// The way of one border from now to the end of its board, and what it takes to stay above it.
package struct BorderOutlook: Hashable, Sendable {
    /// What is expected of the border at one instant.
    package struct Step: Hashable, Sendable {
        package let at: Instant
        /// Of the score then, not of the final score.
        package let scores: Quantiles

        package init(at: Instant, scores: Quantiles) {
            self.at = at
            self.scores = scores
        }
    }

    package let rank: Int
    /// Oldest first, scores never falling; the last is at the end and has the quantiles of the final score.
    package let path: [Step]
    /// Score per hour with which a player who stands at the border now ends at its median: held in one case of two.
    package let speed: Int64
    /// Score per hour with which that player ends at the quantile of 90 %: held in nine cases of ten.
    package let safeSpeed: Int64

    package init(rank: Int, path: [Step], speed: Int64, safeSpeed: Int64) {
        self.rank = rank
        self.path = path
        self.speed = speed
        self.safeSpeed = safeSpeed
    }
}
