/// How much of the variance of the rest each likeness of two borders explains; `Docs/forecasting.md` says how they were
/// chosen.
struct CovarianceWeights: Sendable {
    /// Of regions of one title.
    var family = 0.09
    /// Of one game, kind, class and rank; forgotten at one e-fold in `cellMonths`.
    var cell = 0.0625
    var cellMonths = 100.0
    /// Of near ranks of a game and class.
    var nearRank = 0.09
    /// Of near absolute pace in regions of one title: how one region lends to another, where a rank number means
    /// different things.
    var nearPace = 0.045
    var paceSpread = 1.2
    /// Of one rank, class and kind in regions of one title, whose rewards go to the same ranks.
    var familyRank = 0.06
    /// Of borders about which scores fall alike from rank to rank, in titles with several regions: a border has the
    /// same place among the players, whatever their number.
    var nearSteepness = 0.09
    var steepnessSpread = 0.3
    /// Of one game, class and kind.
    var kind = 0.0
    /// Along each number of the pace's shape, and near in all of them.
    var shapeSlope = 0.0009
    var nearShape = 0.0049
    /// Along each deviation from habit, alike for all borders.
    var habitSlope = 0.01
    /// Along each deviation from habit, for near ranks of a game and class.
    var rankHabitSlope = 0.0144
    var rankHabitSpread = 0.6
    /// Of that slope along each of `StandardPace.rankHabits`: the present score says most.
    var rankHabitShares = SIMD8<Double>(1, 0.25, 0.25, 0.25, 0.25, 0, 0, 0)
    /// How much of `rankHabitSlope` holds only within a kind.
    var rankHabitKindShare = 0.0
    /// Of one game, kind, class and rank, for near growth over 6, 24 and 48 hours.
    var nearGrowth = 0.0225
    var growthSpread = 0.3
    /// Of one game, kind, class and rank, near the end, for near changes of pace.
    var nearShapeOfCell = 0.02
    var shapeOfCellSpread = 0.7
    /// Of near ranks of a game and class whose ways lie along near scores; see `ScoreLevels`.
    var scoreLevels = 0.01
    var scoreLevelSpread = 0.08
    var scoreLevelRankSpread = 0.6
    /// Whether the length of the board belongs to the pace's shape.
    var usesDuration = false

    func changed(by factors: ModelFactors) -> CovarianceWeights {
        var changed = self
        changed.habitSlope *= factors[.habit]
        changed.rankHabitSlope *= factors[.habit]
        changed.cell *= factors[.cell]
        changed.nearGrowth *= factors[.cell]
        changed.nearShapeOfCell *= factors[.cell]
        changed.nearPace *= factors[.regions]
        changed.familyRank *= factors[.regions]
        changed.nearSteepness *= factors[.regions]
        return changed
    }

    static let accumulating = CovarianceWeights()

    /// High-score lists depend on the songs of the event, which its kind says more of, and on how long there is to
    /// practise.
    static let saturating: CovarianceWeights = {
        var weights = CovarianceWeights()
        weights.kind = 0.01
        weights.habitSlope = 0.0025
        weights.rankHabitKindShare = 0.5
        weights.usesDuration = true
        weights.scoreLevels = 0
        weights.nearShapeOfCell = 0
        return weights
    }()
}
