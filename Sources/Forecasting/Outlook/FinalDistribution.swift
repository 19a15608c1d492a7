import Glibc
package import Rankings

/// How likely each final score of one border is: its seven quantiles, and what lies between and beyond them.
///
/// On a logarithmic scale of the rest still to come, the quantiles are joined by lines against those of a normal
/// distribution, and the outermost lines go on: beyond the band of nine in ten that is an assumption.
package struct FinalDistribution: Hashable, Sendable {
    /// Rests are told apart no finer than by a thousandth of the present score.
    static func restFloor(present: Double) -> Double { max(1, 0.001 * present) }

    private let present: Double
    /// Rising, one for each of `Quantiles.levels`.
    private let logRests: [Double]

    /// - Parameter present: the newest score of the border; every quantile is at least this.
    package init(_ quantiles: Quantiles, present: Int64) {
        self.init(finals: quantiles.values.map(Double.init), present: Double(present))
    }

    init(finals: [Double], present: Double) {
        precondition(finals.count == Quantiles.levels.count, "one final for each level")
        self.present = present
        let floor = Self.restFloor(present: present)
        logRests = finals.map { log(max($0 - present, 0) + floor) }
    }

    /// The chance that the border closes at or below a score: that somebody who ends with this score is within its
    /// rank.
    package func chance(ofFinalAtMost score: Int64) -> Double {
        guard Double(score) >= present else { return 0 }
        let floor = Self.restFloor(present: present)
        let wanted = log(Double(score) - present + floor)
        if wanted >= logRests[logRests.count - 1], logRests[0] == logRests[logRests.count - 1] { return 1 }
        let upper = min(max(logRests.firstIndex { $0 > wanted } ?? logRests.count - 1, 1), logRests.count - 1)
        let (low, high) = (logRests[upper - 1], logRests[upper])
        let (lowNormal, highNormal) = (ConformalBand.normal[upper - 1], ConformalBand.normal[upper])
        guard high > low else { return wanted < low ? 0 : Self.normalShare(below: highNormal) }
        return Self.normalShare(below: lowNormal + (highNormal - lowNormal) * (wanted - low) / (high - low))
    }

    private static func normalShare(below value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }
}
