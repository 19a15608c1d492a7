import Glibc

/// What a border was doing at one instant, in numbers that compare across events, ranks and games.
///
/// Scores enter as ratios of one another only, but for `Feature.present` and `absolutePace`, which are only ever
/// compared within a game or between its regions.
struct PaceReading: Sendable {
    /// One number about the pace. All rates are score per hour, as natural logarithms.
    enum Feature: Int, CaseIterable, Sendable {
        /// The rate of the last 3, 6 and 12 hours against the rate of the last day.
        case lastThreeHours, lastSixHours, lastTwelveHours
        /// The last day against the day before.
        case dayChange
        /// That day against the one before it.
        case earlierDayChange
        /// The last day against the mean since the start.
        case dayAgainstMean
        /// The present score.
        case present
        /// The share of weekend in what is left, less that in the last day.
        case weekendChange
        /// The share of weekend in what is left.
        case weekendRest
        /// The length of the board.
        case duration
    }

    /// A thousandth of the present score a day, added to every rate: a rate of nothing has no logarithm.
    static let rateFloorShare = 0.001 / 24
    /// A score under a millionth of the present one counts as that.
    private static let growthFloorShare = 1e-6
    private static let hour = 3600.0

    /// Positive.
    let present: Double
    /// Score per hour over the last day, or since the start where that is nearer; not negative.
    let dayRate: Double
    /// See `rateFloorShare`.
    let rateFloor: Double
    /// By the raw value of `Feature`.
    let features: SIMD16<Double>
    /// ln(present / hours since the start): what a region lends to another by, where ranks mean different things.
    let absolutePace: Double
    /// ln(present / score 6, 24 and 48 hours before).
    let growth: SIMD4<Double>

    /// Reads a curve at a lead; nil where nothing had scored by then.
    ///
    /// - Parameters:
    ///   - curve: the observations within the times.
    ///   - times: of the board, in Unix seconds.
    ///   - lead: hours before the end.
    ///   - weekend: of the rest and of the day before, as `WeekendShare` has them.
    init?(
        _ curve: ScoreCurve, times: ClosedRange<Double>, lead: Double, weekend: (rest: Double, lastDay: Double)
    ) {
        let duration = (times.upperBound - times.lowerBound) / Self.hour
        let elapsed = max(duration - lead, 0.5)
        let instant = times.upperBound - lead * Self.hour
        let present = curve.score(at: instant, risingFrom: times.lowerBound)
        guard present > 0 else { return nil }
        let floor = Self.rateFloorShare * present

        func score(ago hours: Double) -> Double {
            curve.score(at: instant - hours * Self.hour, risingFrom: times.lowerBound)
        }
        func rate(ofLast hours: Double) -> Double { max((present - score(ago: hours)) / min(hours, elapsed), 0) }
        func logRate(ofLast hours: Double) -> Double { log(rate(ofLast: hours) + floor) }
        func logRate(from early: Double, to late: Double) -> Double {
            let width = min(early, elapsed) - min(late, elapsed)
            guard width > 1 else { return logRate(ofLast: late) }
            return log(max(score(ago: late) - score(ago: early), 0) / width + floor)
        }
        let lastDay = logRate(ofLast: 24)
        let (dayBefore, twoDaysBefore) = (logRate(from: 48, to: 24), logRate(from: 72, to: 48))

        var features = SIMD16<Double>.zero
        features[.lastThreeHours] = logRate(ofLast: 3) - lastDay
        features[.lastSixHours] = logRate(ofLast: 6) - lastDay
        features[.lastTwelveHours] = logRate(ofLast: 12) - lastDay
        features[.dayChange] = lastDay - dayBefore
        features[.earlierDayChange] = dayBefore - twoDaysBefore
        features[.dayAgainstMean] = lastDay - log(present / elapsed)
        features[.present] = log(present)
        features[.weekendChange] = weekend.rest - weekend.lastDay
        features[.weekendRest] = weekend.rest
        features[.duration] = log(duration)
        self.features = features
        self.present = present
        dayRate = rate(ofLast: 24)
        rateFloor = floor
        absolutePace = log(present / max(duration - lead, 1))
        let leastScore = Self.growthFloorShare * present
        growth = SIMD4(
            log(present / max(score(ago: 6), leastScore)), log(present / max(score(ago: 24), leastScore)),
            log(present / max(score(ago: 48), leastScore)), 0)
    }
}

extension SIMD16<Double> {
    subscript(feature: PaceReading.Feature) -> Double {
        get { self[feature.rawValue] }
        set { self[feature.rawValue] = newValue }
    }
}
