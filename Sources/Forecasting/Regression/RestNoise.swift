import Glibc

/// How far rests lie from anything that could be known of them.
///
/// The smaller the share of the final that is still to come, the noisier the logarithm of the rest: a stop of an hour
/// is nothing three days before the end, and much three hours before.
struct RestNoise: Sendable {
    /// Shares below this count as this.
    private static let shareMinimum = 0.02
    private static let sharePower = 1.5
    /// The standard deviation of what a whole event has in common, in the standard deviations of one border: 0.06 where
    /// that is 0.2.
    private static let eventDeviation = 0.06

    /// Of each sample, before the scales of its rank.
    let variances: [Double]
    /// The covariance of two borders of one event, as a share of the geometric mean of their variances.
    let eventShare: Double

    /// - Parameter deviation: of a border of usual noise.
    init(_ set: SampleSet, deviation: Double) {
        let usualTarget = exp(Self.median(set.targets))
        let shares = set.samples.map { sample in
            let rest = max(sample.reading.dayRate, .leastNormalMagnitude) * set.lead * usualTarget
            return min(max(rest / (sample.reading.present + rest), Self.shareMinimum), 1)
        }
        let usualShare = Self.median(Array(shares.prefix(set.finishedCount)))
        variances = shares.map { deviation * deviation * pow(usualShare / $0, Self.sharePower) }
        eventShare = Self.eventDeviation * Self.eventDeviation / (deviation * deviation)
    }

    /// The mean of the two middle values of an even number of them.
    private static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
