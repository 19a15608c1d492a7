import Glibc

/// Regression of the rests of finished borders on their paces, by covariances: a Gaussian process whose noise is learnt
/// for each rank (Rasmussen and Williams, 2006, 2.2 and 5.4.2).
///
/// One fit serves all borders of a board. Errors are found by leaving out whole boards: what the fit would have said of
/// a board without it follows from blocks of the inverse that is there already.
struct PaceRegression: Sendable {
    /// Passes in which each rank's noise is learnt from the errors of the pass before.
    private static let passes = 2
    /// Borders of usual noise that a rank's own errors are averaged with.
    private static let usualBorders = 2.0
    /// No rank is taken for quieter than by this share of the usual variance.
    private static let usualVarianceMinimum = 0.05
    /// Squared errors count as at the most this many variances.
    private static let errorLimit = 9.0
    /// An error beyond so many standard deviations is an accident: its own noise is raised.
    private static let accidentDeviations = 4.0
    /// The least share of an error's variance that remains when what was raised is taken off.
    private static let varianceShareMinimum = 0.25

    /// What is expected of one live border, on the scale of `RestScale`.
    struct Expectation: Hashable, Sendable {
        let mean: Double
        let variance: Double
    }

    /// By `SampleSet.liveBorders`.
    let expectations: [Expectation]
    /// Of each finished sample with its board left out, in standard deviations.
    let errors: [Double]

    /// Nil where the covariance has no factor, which finite samples do not bring about.
    ///
    /// - Parameter targets: of the finished samples, less what is expected of any: its mean is to be about 0.
    init?(_ set: SampleSet, targets: [Double], covariance: PaceCovariance, noise: RestNoise) {
        let finished = set.finishedCount
        let shared = Self.matrix(finished, covariance)
        var rankNoise = RankNoise(set)
        var accidents = [Double](repeating: 1, count: finished)
        for _ in 0..<Self.passes {
            let variances = (0..<finished).map {
                noise.variances[$0] * rankNoise.scales[$0] * accidents[$0] * accidents[$0]
            }
            guard let factor = Self.factor(shared, set: set, variances: variances, eventShare: noise.eventShare) else {
                return nil
            }
            let coefficients = factor.solve(targets)
            let precisions = factor.inverseDiagonal
            let errors = (0..<finished).map { coefficients[$0] / precisions[$0].squareRoot() }
            rankNoise.learn(
                from: errors.map { min($0 * $0, Self.errorLimit) }, usualBorders: Self.usualBorders,
                usualMinimum: Self.usualVarianceMinimum)
            accidents = errors.map { max(1, abs($0) / Self.accidentDeviations) }
        }
        let quiet = set.samples.indices.map { noise.variances[$0] * rankNoise.scales[$0] }
        let variances = (0..<finished).map { quiet[$0] * accidents[$0] * accidents[$0] }
        guard let factor = Self.factor(shared, set: set, variances: variances, eventShare: noise.eventShare) else {
            return nil
        }
        let coefficients = factor.solve(targets)
        let excess = (0..<finished).map { (variances[$0] - quiet[$0]) * (1 + noise.eventShare) }
        errors = Self.errors(set, factor: factor, coefficients: coefficients, excess: excess)
        expectations = (finished..<set.samples.count).map { live in
            let row = (0..<finished).map { covariance.between(live, $0) }
            let explained = factor.solvedByFactor(row).reduce(0) { $0 + $1 * $1 }
            return Expectation(
                mean: zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 },
                variance: max(
                    covariance.between(live, live) - explained + quiet[live] * (1 + noise.eventShare),
                    Self.varianceMinimum))
        }
    }

    /// A border is never known better than to a ten-thousandth of its rate.
    private static let varianceMinimum = 1e-8

    private static func matrix(_ count: Int, _ covariance: PaceCovariance) -> SymmetricMatrix {
        var matrix = SymmetricMatrix(count: count)
        for row in 0..<count {
            for column in 0...row { matrix[row, column] = covariance.between(row, column) }
        }
        return matrix
    }

    private static func factor(
        _ shared: SymmetricMatrix, set: SampleSet, variances: [Double], eventShare: Double
    ) -> CholeskyFactor? {
        var matrix = shared
        for row in variances.indices {
            for column in stride(from: row, through: 0, by: -1) {
                // Boards are one after another, so that the borders of one are neighbours.
                guard set.samples[row].traits.board == set.samples[column].traits.board else { break }
                matrix[row, column] += eventShare * (variances[row] * variances[column]).squareRoot()
            }
            matrix[row, row] += variances[row]
        }
        return CholeskyFactor(matrix)
    }

    /// With A the covariance of all targets y, the error of a block b left out is (A⁻¹_bb)⁻¹·(A⁻¹·y)_b, and its
    /// covariance (A⁻¹_bb)⁻¹.
    private static func errors(
        _ set: SampleSet, factor: CholeskyFactor, coefficients: [Double], excess: [Double]
    ) -> [Double] {
        var errors = [Double](repeating: 0, count: coefficients.count)
        var first = 0
        while first < errors.count {
            let board = set.samples[first].traits.board
            let end = (first..<errors.count).first { set.samples[$0].traits.board != board } ?? errors.count
            let block = first..<end
            var precision = SymmetricMatrix(count: block.count)
            for row in block {
                for column in first...row {
                    precision[row - first, column - first] = factor.inverseElement(row, column)
                }
            }
            if let inverse = CholeskyFactor(precision) {
                let raw = inverse.solve(block.map { coefficients[$0] })
                let variances = inverse.inverseDiagonal
                for index in block {
                    let variance = variances[index - first]
                    let known = max(variance - excess[index], varianceShareMinimum * variance)
                    errors[index] = raw[index - first] / known.squareRoot()
                }
            }
            first = end
        }
        return errors
    }
}
