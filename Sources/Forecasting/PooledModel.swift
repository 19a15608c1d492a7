import Glibc
import Rankings

/// The finals of a board's borders, from what was seen of them and of all finished boards. `Docs/forecasting.md`
/// explains it.
struct PooledModel: Sendable {
    /// What is set for one way of growing.
    struct Settings: Sendable {
        var weights: CovarianceWeights
        /// The standard deviation of the logarithm of the rest that nothing explains, for a border of usual noise.
        var noiseDeviation: Double
        /// From which rate a border is expected to go on.
        var usualRate = UsualRate.standard
        /// How much is made of how fast borders go at the scores ahead: what is known of that is known roughly.
        var scoreSpeedShare = 0.5

        func changed(by factors: ModelFactors) -> Settings {
            var changed = self
            changed.weights = weights.changed(by: factors)
            changed.noiseDeviation *= factors[.noise].squareRoot()
            return changed
        }

        /// What is taken off each sample's target before the regression: where it would lie if nothing else were known.
        func offsets(in set: SampleSet) -> [Double] {
            let offsets = usualRate.offsets(in: set)
            let share = scoreSpeedShare * Fading.lastDay.share(at: set.lead)
            return share == 0 ? offsets : zip(offsets, ScoreSpeed.pulls(in: set)).map { $0 - share * $1 }
        }

        static let accumulating = Settings(weights: .accumulating, noiseDeviation: 0.2)
        static let saturating = Settings(
            weights: .saturating, noiseDeviation: 0.3, usualRate: .lastDay, scoreSpeedShare: 0)
    }

    /// The model as it was before anything was changed for what these events showed; `ReferenceTests` compares it.
    static let reference: PooledModel = {
        var (accumulating, saturating) = (Settings.accumulating, Settings.saturating)
        let later = [
            \Settings.weights.familyRank, \.weights.nearSteepness, \.weights.scoreLevels, \.weights.nearShapeOfCell,
            \.scoreSpeedShare,
        ]
        for keyPath in later {
            accumulating[keyPath: keyPath] = 0
            saturating[keyPath: keyPath] = 0
        }
        (accumulating.weights.rankHabitShares, accumulating.usualRate) = (SIMD8(repeating: 1), .lastDay)
        (saturating.weights.rankHabitShares, saturating.usualRate) = (SIMD8(repeating: 1), .lastDay)
        var model = PooledModel(accumulating: accumulating, saturating: saturating, prior: .none)
        model.followsDrift = false
        model.knowsUsualFinals = false
        return model
    }()

    let accumulating: Settings
    let saturating: Settings
    let prior: RestPrior.Source
    /// Whether a board of a title that nothing has finished of is compared with what was foretold of it a day ago.
    var followsDrift = true
    /// Whether what borders usually close at counts in the first days.
    var knowsUsualFinals = true

    init(
        accumulating: Settings = .accumulating, saturating: Settings = .saturating, prior: RestPrior.Source = .shipped
    ) {
        self.accumulating = accumulating
        self.saturating = saturating
        self.prior = prior
    }

    /// As the program ships, but with what an operator's history has changed.
    init(factors: ModelFactors) {
        self.init(
            accumulating: Settings.accumulating.changed(by: factors),
            saturating: Settings.saturating.changed(by: factors))
    }

    /// What the model says of a board.
    struct Answer: Sendable {
        /// In order across ranks; borders that have not scored yet are left out.
        let estimates: [BorderEstimate]
        /// How many finished borders they were compared with; with none they are little more than a guess.
        let comparedWith: Int
        /// What each estimate started from, by rank.
        let bases: [Int: ForecastBasis]

        /// Why little is known of the board though there are estimates.
        let caution: ForecastCaution?

        static let none = Answer(estimates: [], comparedWith: 0, bases: [:], caution: nil)
    }

    /// - Parameter past: boards that had ended by now, oldest first.
    func answer(for live: LiveBoard, past: [PastBoard]) -> Answer {
        guard let lead = live.leadHours, lead > 0 else { return .none }
        let growth = Self.growth(of: live, past: past)
        let past = past.filter { $0.growth == growth }
        let set = SampleSet(live: live, past: past, lead: lead)
        let settings = growth == .saturating ? saturating : accumulating
        let offsets = settings.offsets(in: set)
        let targets = zip(set.targets, offsets).map { $0 + $1 }
        let prior = RestPrior(prior, growth: growth, set: set, targets: targets)
        let regression =
            targets.isEmpty ? nil : Self.regression(set, targets: targets.map { $0 - prior.mean }, settings: settings)
        let familiarity = Familiarity(set)
        let isNewTitle = !set.samples.prefix(set.finishedCount).contains { sample in
            set.samples.last.map { sample.traits.family == $0.traits.family } ?? false
        }
        let drift = followsDrift && isNewTitle ? TitleDrift.expected(of: live, past: past, by: self) : 0
        let estimates = set.liveBorders.enumerated().map { index, border in
            let sample = set.samples[set.finishedCount + index]
            let expectation = regression?.expectations[index]
            let bands =
                regression.map {
                    ConformalBand.offsets(errors: $0.errors, weights: Self.errorWeights(in: set, for: sample))
                } ?? ConformalBand.normal
            return Self.estimate(
                rank: live.borders[border].rank, scale: RestScale(sample.reading, lead: lead),
                mean: (expectation?.mean ?? 0) + prior.mean + drift - offsets[set.finishedCount + index],
                deviation: expectation?.variance.squareRoot() ?? prior.deviation,
                offsets: bands.map { $0 * familiarity.widening })
        }
        let bases = zip(set.liveBorders, set.samples.dropFirst(set.finishedCount)).map { border, sample in
            let rank = live.borders[border].rank
            return (rank, Self.basis(of: rank, sample.reading, in: live, lead: lead, past: past))
        }
        return Answer(
            estimates: BorderEstimate.inOrder(drawn(estimates, of: live, lead: lead, past: past)),
            comparedWith: set.finishedCount,
            bases: Dictionary(bases, uniquingKeysWith: { first, _ in first }),
            caution: Self.caution(in: set, familiarity))
    }

    /// Estimates of a board's first days, with what is usual at each rank.
    private func drawn(
        _ estimates: [BorderEstimate], of live: LiveBoard, lead: Double, past: [PastBoard]
    ) -> [BorderEstimate] {
        let elapsed = live.durationHours - lead
        guard knowsUsualFinals, Fading.firstDays.share(at: elapsed) > 0 else { return estimates }
        return estimates.map { estimate in
            UsualFinal(rank: estimate.rank, of: live, past: past)?.drawing(estimate, elapsed: elapsed) ?? estimate
        }
    }

    private static func caution(in set: SampleSet, _ familiarity: Familiarity) -> ForecastCaution? {
        if familiarity.isException { return .unlikeThePast }
        guard let live = set.samples.last, set.finishedCount < set.samples.count else { return nil }
        let isKnown = set.samples.prefix(set.finishedCount).contains { $0.traits.sharesGameAndClass(live.traits) }
        return isKnown ? nil : .noneOfThisGame
    }

    private static func basis(
        of rank: Int, _ reading: PaceReading, in live: LiveBoard, lead: Double, past: [PastBoard]
    ) -> ForecastBasis {
        func whole(_ score: Double) -> Int64 { Int64(min(score, ScoreCurve.scoreLimit).rounded()) }
        return ForecastBasis(
            now: whole(reading.present), linear: whole(reading.present + reading.dayRate * lead),
            shape: RestCourse.shape(rank: rank, of: live, lead: lead, past: past))
    }

    private static func regression(_ set: SampleSet, targets: [Double], settings: Settings) -> PaceRegression? {
        PaceRegression(
            set, targets: targets, covariance: PaceCovariance(set, weights: settings.weights),
            noise: RestNoise(set, deviation: settings.noiseDeviation))
    }

    /// The middle is put lower the less is known: the error of a score is judged in shares of it, and an error upward
    /// of a skewed quantity costs more than one downward.
    private static func estimate(
        rank: Int, scale: RestScale, mean: Double, deviation: Double, offsets: [Double]
    ) -> BorderEstimate {
        let expected = scale.final(at: mean)
        let median = mean - 0.5 * (expected - scale.present) / expected * deviation * deviation
        return BorderEstimate(
            rank: rank, present: scale.present, finals: offsets.map { scale.final(at: median + $0 * deviation) })
    }

    /// How much each finished border's error says about the band of this one: any a little, those of the same family
    /// and class more, those of near ranks of the same game most.
    private static func errorWeights(in set: SampleSet, for sample: BorderSample) -> [Double] {
        let logRank = sample.traits.logRank
        return set.samples.prefix(set.finishedCount).map { other in
            let distance = other.traits.logRank - logRank
            return 0.1 + (other.traits.sharesFamilyAndClass(sample.traits) ? 0.2 : 0)
                + (other.traits.sharesGameAndClass(sample.traits) ? exp(-0.5 * distance * distance) : 0)
        }
    }

    /// As the newest finished board of the same game and class grew; where there is none, as its name says.
    private static func growth(of live: LiveBoard, past: [PastBoard]) -> GrowthClass {
        let alike = past.last { $0.game == live.game && $0.boardClass == live.boardClass && $0.id != live.id }
        if let alike { return alike.growth }
        return live.boardClass.contains("highscore") ? .saturating : .accumulating
    }
}
