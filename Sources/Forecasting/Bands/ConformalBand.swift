import Glibc
import Rankings

/// How many standard deviations each level of `Quantiles` lies from the middle, by errors made before.
///
/// The share p of truths lay within the p-quantile of the sizes of past errors (conformal prediction: Vovk, Gammerman
/// and Shafer, Algorithmic Learning in a Random World, 2005). Errors of like borders weigh more; where few are known,
/// the sizes are averaged with those of a normal distribution.
enum ConformalBand {
    /// Standard normal quantiles of `Quantiles.levels`.
    static let normal = [
        -1.6448536269514729, -1.2815515655446008, -0.6744897501960817, 0, 0.6744897501960817, 1.2815515655446008,
        1.6448536269514729,
    ]
    /// The normal distribution counts as much as errors of this total weight.
    private static let normalWeight = 30.0

    /// One for each of `Quantiles.levels`, 0 in the middle.
    ///
    /// - Parameters:
    ///   - errors: in standard deviations, in any order.
    ///   - weights: one for each error.
    static func offsets(errors: [Double], weights: [Double]) -> [Double] {
        let total = weights.reduce(0, +)
        guard total > 0 else { return normal }
        let trust = total / (total + normalWeight)
        let sizes = zip(errors, weights).map { (size: abs($0), weight: $1) }.sorted { $0.size < $1.size }
        return zip(Quantiles.levels, normal).map { level, normal in
            guard normal != 0 else { return 0 }
            let known = quantile(abs(2 * level - 1), of: sizes, total: total)
            let halfWidth = trust * known + (1 - trust) * abs(normal)
            return normal < 0 ? -halfWidth : halfWidth
        }
    }

    /// Linear between the sizes, each at the middle of its weight.
    private static func quantile(_ level: Double, of sizes: [(size: Double, weight: Double)], total: Double) -> Double {
        var passed = 0.0
        var before: (level: Double, size: Double)?
        for (size, weight) in sizes {
            let here = (level: (passed + weight / 2) / total, size: size)
            if here.level >= level {
                guard let before else { return size }
                let share = (level - before.level) / (here.level - before.level)
                return before.size + (size - before.size) * share
            }
            before = here
            passed += weight
        }
        return sizes.last?.size ?? 0
    }
}
