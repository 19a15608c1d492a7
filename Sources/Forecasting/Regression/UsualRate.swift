import Glibc

/// The rate from which a border is expected to go on where nothing else is known: near the end that of the last day,
/// far from it the mean since the start.
///
/// What is left to learn is how much faster it goes than that; days before the end the last day alone is too much of an
/// accident.
struct UsualRate: Hashable, Sendable {
    /// Hours before the end up to which the last day alone counts.
    let lastDayOnly: Double
    /// Hours before the end from which the mean since the start alone counts; in between along the logarithm.
    let meanOnly: Double

    static let standard = UsualRate(lastDayOnly: 24, meanOnly: 48)
    static let lastDay = UsualRate(lastDayOnly: .infinity, meanOnly: .infinity)

    /// The logarithm of this rate below that of the last day, for each sample.
    func offsets(in set: SampleSet) -> [Double] {
        let share = meanShare(lead: set.lead)
        return set.samples.map { share * $0.reading.features[.dayAgainstMean] }
    }

    /// Between 0, the last day alone, and 1.
    private func meanShare(lead: Double) -> Double {
        guard lead > lastDayOnly else { return 0 }
        return min(1, log(lead / lastDayOnly) / log(meanOnly / lastDayOnly))
    }
}
