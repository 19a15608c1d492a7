import Glibc

/// One score for many: the best counts whole, each further one less, and a little is added for how many there are.
///
/// `Σ score_i · decay^i + most · (1 − bonusDecay^n)`, best first, as servers of osu! rate players. With the usual
/// factors the twentieth score counts 38 %, and who has 1,000 gets almost all of the bonus.
package struct WeightedTotal: Hashable, Sendable {
    /// What each further score counts of the one before it.
    package let decay: Double
    /// What the bonus comes near to, in points.
    package let mostBonus: Double
    /// What of the bonus is still missing after each further score.
    package let bonusDecay: Double

    package init(decay: Double = 0.95, mostBonus: Double = 416.6667, bonusDecay: Double = 0.995) {
        self.decay = decay
        self.mostBonus = mostBonus
        self.bonusDecay = bonusDecay
    }

    /// - Parameters:
    ///   - scores: in 1/scale points, in any order.
    ///   - scale: of the scores and of the answer.
    /// - Returns: in 1/scale points, rounded to the nearest; 0 of none.
    package func total(of scores: [Int64], scale: Int) -> Int64 {
        var sum = 0.0
        var weight = 1.0
        for score in scores.sorted(by: >) {
            sum += Double(score) * weight
            weight *= decay
        }
        let bonus = mostBonus * (1 - pow(bonusDecay, Double(scores.count)))
        let total = (sum + bonus * Double(scale)).rounded()
        return Int64(min(max(total, -Double(ScoreLimits.greatest)), Double(ScoreLimits.greatest)))
    }
}
