import Rankings

/// How far the truth lies from an estimate, as errors for the levels of `Quantiles`.
///
/// Half-widths are quantiles of the sizes of past errors, so that a band holds as many truths as it says (split
/// conformal prediction with the finite-sample level p·(n + 1)/n: Vovk, Gammerman and Shafer, Algorithmic Learning in a
/// Random World, 2005). Where few errors are known they are averaged with a normal distribution of a default size.
struct ErrorBand: Sendable {
    /// The default counts as much as this many errors.
    static let defaultWeight = 8.0
    /// Standard normal quantiles of `Quantiles.levels`.
    private static let normal = [-1.6449, -1.2816, -0.6745, 0, 0.6745, 1.2816, 1.6449]

    /// One for each of `Quantiles.levels`, rising, 0 in the middle.
    let offsets: [Double]

    /// - Parameters:
    ///   - errors: in any order; weights of 0 to 1.
    ///   - defaultDeviation: standard deviation of the errors where none is known.
    ///   - floorShare: share of the default below which no half-width falls.
    init(errors: [WeightedError], defaultDeviation: Double, floorShare: Double = 0) {
        let sizes = errors.map { (size: abs($0.error), weight: $0.weight) }
            .sorted { ($0.size, $0.weight) < ($1.size, $1.weight) }
        let count = sizes.reduce(0) { $0 + $1.weight }
        let trust = count / (count + Self.defaultWeight)
        offsets = zip(Quantiles.levels, Self.normal).map { level, normal in
            let byDefault = defaultDeviation * abs(normal)
            let known = Self.size(of: sizes, count: count, coverage: abs(2 * level - 1))
            let halfWidth = normal == 0 ? 0 : max(trust * known + (1 - trust) * byDefault, floorShare * byDefault)
            return normal < 0 ? -halfWidth : halfWidth
        }
    }

    /// The size that the share of past errors, raised for their small number, does not exceed.
    private static func size(
        of sizes: [(size: Double, weight: Double)], count: Double, coverage: Double
    ) -> Double {
        guard count > 0 else { return 0 }
        let wanted = min(count, coverage * (count + 1))
        var passed = 0.0
        for (size, weight) in sizes {
            passed += weight
            if passed >= wanted { return size }
        }
        return sizes.last?.size ?? 0
    }
}
