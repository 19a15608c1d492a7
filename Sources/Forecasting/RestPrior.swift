import Glibc

/// What is expected of a border before anything is known of its game: the middle and the spread of rests on the scale
/// the regression works on.
package struct RestPrior: Hashable, Sendable {
    /// Where the numbers come from.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        /// The finished events that are there: those that had ended by the instant.
        case walk
        /// None: a border is expected to go on a little faster than before, and little is known of it.
        case none
        /// Numbers that come with the program, fitted to 99 recorded boards of four games that ended before August
        /// 2026.
        case shipped
    }

    let mean: Double
    let deviation: Double

    /// Without anything finished: the rush of the end, and how little is known of it.
    private static let unknown = RestPrior(mean: 0.2, deviation: 0.5.squareRoot())

    /// Hours before the end, the mean over games of the mean over borders, and the standard deviation over borders.
    private static let accumulating: [(lead: Double, mean: Double, deviation: Double)] = [
        (1, 0.54, 1.75), (2, 0.56, 1.44), (3, 0.55, 1.24), (4, 0.52, 1.12), (6, 0.42, 0.94), (9, 0.36, 0.77),
        (12, 0.29, 0.72), (18, 0.15, 0.61), (24, 0.26, 0.56), (36, 0.03, 0.71), (48, 0, 0.82), (72, 0.18, 0.71),
        (96, 0.14, 0.69), (144, 0.03, 0.72),
    ]
    private static let saturating: [(lead: Double, mean: Double, deviation: Double)] = [
        (1, 1.08, 0.93), (2, 1.01, 0.84), (3, 0.94, 0.8), (4, 0.85, 0.76), (6, 0.72, 0.7), (9, 0.63, 0.67),
        (12, 0.55, 0.65), (18, 0.4, 0.64), (24, 0.55, 0.7), (36, 0.3, 0.73), (48, 0.19, 0.59), (72, -0.09, 0.52),
        (96, -0.29, 0.66), (144, -1.07, 0.96),
    ]

    /// - Parameter targets: of the finished samples, on the regression's scale.
    init(_ source: Source, growth: GrowthClass, set: SampleSet, targets: [Double]) {
        switch source {
        case .shipped: self = Self.shipped(growth, lead: set.lead)
        case .walk where !targets.isEmpty: self = Self.fitted(to: targets, of: set)
        case .none where !targets.isEmpty: self.init(mean: 0, deviation: 1)
        case .walk, .none: self = Self.unknown
        }
    }

    private init(mean: Double, deviation: Double) { (self.mean, self.deviation) = (mean, deviation) }

    /// Every game counts alike, however many events it has had.
    private static func fitted(to targets: [Double], of set: SampleSet) -> RestPrior {
        let byGame = Dictionary(grouping: targets.indices) { set.samples[$0].traits.game }.values
        let means = byGame.map { places in places.reduce(0) { $0 + targets[$1] } / Double(places.count) }
        let mean = means.sorted().reduce(0, +) / Double(means.count)
        let variance = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(targets.count)
        return RestPrior(mean: mean, deviation: variance.squareRoot())
    }

    /// Linear along the logarithm of the lead, level beyond the table.
    private static func shipped(_ growth: GrowthClass, lead: Double) -> RestPrior {
        let table = growth == .saturating ? saturating : accumulating
        let upper = table.firstIndex { $0.lead >= lead } ?? table.count - 1
        let lower = table[upper].lead >= lead ? max(0, upper - 1) : upper
        guard lower < upper else { return RestPrior(mean: table[upper].mean, deviation: table[upper].deviation) }
        let (low, high) = (table[lower], table[upper])
        let share = log(lead / low.lead) / log(high.lead / low.lead)
        return RestPrior(
            mean: low.mean + (high.mean - low.mean) * share,
            deviation: low.deviation + (high.deviation - low.deviation) * share)
    }
}
