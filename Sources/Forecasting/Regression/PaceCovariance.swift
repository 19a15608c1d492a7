import Glibc

/// How alike the rests of two borders are expected to be: the kernel of the regression.
///
/// A sum of likenesses, each its own kernel (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006,
/// 4.2.4): what all borders share, what a family, a game, a rank and a kind share, and what borders share that lately
/// went alike.
struct PaceCovariance: Sendable {
    private let weights: CovarianceWeights
    private let samples: [BorderSample]
    private let logRanks: [Double]
    private let pace: StandardPace
    private let steepness: [Double]
    /// Whether the sample's title has borders of several games.
    private let hasRegions: [Bool]
    private let nearShapeOfCell: Double
    /// Nil where scores near which borders slow are not looked at.
    private let levels: ScoreLevels?

    init(_ set: SampleSet, weights: CovarianceWeights) {
        self.weights = weights
        samples = set.samples
        logRanks = set.samples.map(\.traits.logRank)
        pace = StandardPace(set, usesDuration: weights.usesDuration)
        steepness = RankSteepness.of(set)
        nearShapeOfCell = weights.nearShapeOfCell * Fading.lastHalfDay.share(at: set.lead)
        levels = weights.scoreLevels > 0 ? ScoreLevels(set, spread: weights.scoreLevelSpread) : nil
        let games = Dictionary(grouping: set.samples, by: \.traits.family).mapValues { Set($0.map(\.traits.game)) }
        hasRegions = set.samples.map { games[$0.traits.family, default: []].count > 1 }
    }

    /// Between the samples at two places of the set.
    func between(_ left: Int, _ right: Int) -> Double {
        let shape = pace.shapes[left] - pace.shapes[right]
        var sum = 1 + weights.shapeSlope * (pace.shapes[left] * pace.shapes[right]).sum()
        sum += weights.nearShape * exp(-0.5 * (shape * shape).sum() / Double(pace.shapeCount))
        sum += weights.habitSlope * (pace.habits[left] * pace.habits[right]).sum()
        let (here, there) = (samples[left].traits, samples[right].traits)
        guard here.family == there.family else { return sum }
        sum += weights.family
        guard here.boardClass == there.boardClass else { return sum }
        sum +=
            weights.nearPace
            * Self.near(samples[left].reading.absolutePace - samples[right].reading.absolutePace, weights.paceSpread)
        if here.kind == there.kind, here.rank == there.rank { sum += weights.familyRank }
        if hasRegions[left] {
            sum += weights.nearSteepness * Self.near(steepness[left] - steepness[right], weights.steepnessSpread)
        }
        return here.game == there.game ? sum + withinGame(left, right) : sum
    }

    /// The part that only borders of one game and class share.
    private func withinGame(_ left: Int, _ right: Int) -> Double {
        let (here, there) = (samples[left].traits, samples[right].traits)
        let rankDistance = logRanks[left] - logRanks[right]
        let isKind = here.kind == there.kind
        let kindShare = isKind ? 1 : 1 - weights.rankHabitKindShare
        var sum = weights.nearRank * Self.near(rankDistance, 1) + (isKind ? weights.kind : 0)
        sum +=
            weights.rankHabitSlope * kindShare * Self.near(rankDistance, weights.rankHabitSpread)
            * (pace.rankHabits[left] * pace.rankHabits[right] * weights.rankHabitShares).sum()
        if let levels {
            sum +=
                weights.scoreLevels * Self.near(rankDistance, weights.scoreLevelRankSpread)
                * levels.between(left, right)
        }
        guard isKind, here.rank == there.rank else { return sum }
        let growth = samples[left].reading.growth - samples[right].reading.growth
        sum += weights.cell * exp(-abs(samples[left].endMonth - samples[right].endMonth) / weights.cellMonths)
        let change = pace.shapes[left] - pace.shapes[right]
        let changes = (change * change * StandardPace.changes).sum() / StandardPace.changes.sum()
        sum += nearShapeOfCell * Self.near(changes.squareRoot(), weights.shapeOfCellSpread)
        return sum + weights.nearGrowth * Self.near((growth * growth).sum().squareRoot(), weights.growthSpread)
    }

    private static func near(_ distance: Double, _ spread: Double) -> Double {
        exp(-0.5 * (distance / spread) * (distance / spread))
    }
}
