import Glibc
package import Rankings

/// Forecasts by what past events of the same kind still gained from here, with bands from the errors this would have
/// made on them. `Docs/forecasting.md` explains it and shows how good it is.
package struct GrowthRatioForecaster: Forecaster {
    package static let model = "growth-ratio-1"

    /// Standard deviation of the logarithmic error of the rest with four to eight events of the kind: about the same at
    /// every lead (measured: `Docs/forecasting.md`).
    private static let defaultDeviation = 0.2
    /// No half-width of a forecast by the shape of other kinds falls below this share of its default.
    private static let shapeFloorShare = 0.5

    private let history: FinishedHistory

    package init(history: FinishedHistory) { self.history = history }

    package func forecast(
        of board: Board, game: GameID, kind: String, courses: [BorderCourse], at slot: Slot
    ) -> BoardForecast {
        func absent(_ absence: ForecastAbsence) -> BoardForecast {
            BoardForecast(board: board.id, madeAt: slot, model: Self.model, borders: [], absence: absence)
        }
        if slot.start >= board.times.ends { return absent(.ended) }
        if !board.rules.isMonotone { return absent(.notMonotone) }
        let (starts, ends, instant) = (
            board.times.starts.unixSeconds, board.times.ends.unixSeconds, slot.unixSeconds
        )
        if history.latest(1, endedBy: instant).isEmpty { return absent(.noFinishedEvent) }
        let curves = Self.usable(courses, at: instant, starts: starts)
        if curves.isEmpty { return absent(.tooFewObservations) }

        let likeness = Likeness(game: game, kind: kind, boardClass: board.boardClass)
        let lead = ends - instant
        let errors = WalkForward(history: history, like: likeness, lead: lead, endedBy: instant)
        let shape = PastShape(
            history: history, like: likeness, lead: lead, duration: ends - starts, endedBy: instant)
        let estimates = curves.compactMap { rank, seen in
            let past = past(of: board, likeness: likeness, rank: rank, lead: lead, at: instant)
            return Self.byGrowth(seen, rank: rank, at: instant, lead: lead, past: past, errors: errors)
                ?? Self.byShape(seen, rank: rank, lead: lead, shape: shape)
        }
        // No finished board reaches back to this lead: to the forecast that is as good as none.
        if estimates.isEmpty { return absent(.noFinishedEvent) }
        return BoardForecast(
            board: board.id, madeAt: slot, model: Self.model, borders: BorderEstimate.inOrder(estimates))
    }

    /// What was seen of each rank by the instant, where it is enough; the best rank first, each once.
    private static func usable(
        _ courses: [BorderCourse], at instant: Int64, starts: Int64
    ) -> [(rank: Int, seen: ScoreCurve)] {
        guard starts <= instant else { return [] }
        let byRank = Dictionary(courses.map { ($0.rank, $0) }, uniquingKeysWith: { $1 })
        return byRank.values.sorted { $0.rank < $1.rank }.compactMap { course in
            let seen = ScoreCurve(course.points, within: starts...instant)
            guard course.rank > 0, ObservationLimits.allow(seen, at: instant, starts: starts) else { return nil }
            return (course.rank, seen)
        }
    }

    /// The series of the same cell that reach back to the lead: those that had ended when the board started, and where
    /// they are too few also those that ended since.
    private func past(
        of board: Board, likeness: Likeness, rank: Int, lead: Int64, at instant: Int64
    ) -> [PastSeries] {
        let cell = FinishedHistory.Cell(
            game: likeness.game, kind: likeness.kind, boardClass: likeness.boardClass, rank: rank)
        for end in [board.times.starts.unixSeconds, instant] {
            let past = history.latest(GrowthRatio.pastLimit, of: cell, endedBy: end, otherThan: board.id)
                .filter { $0.score(atLead: lead) > 0 }
            if past.count >= GrowthRatio.pastMinimum { return past }
        }
        return []
    }

    private static func byGrowth(
        _ seen: ScoreCurve, rank: Int, at instant: Int64, lead: Int64, past: [PastSeries], errors: WalkForward
    ) -> BorderEstimate? {
        guard let estimate = GrowthRatio.estimate(of: seen, at: instant, lead: lead, from: past) else { return nil }
        let band = ErrorBand(
            errors: errors.errors(of: estimate.rule, rank: rank), defaultDeviation: defaultDeviation)
        return BorderEstimate(rank: rank, estimate: estimate, band: band)
    }

    private static func byShape(_ seen: ScoreCurve, rank: Int, lead: Int64, shape: PastShape) -> BorderEstimate? {
        guard let present = seen.newest, let (estimate, errors) = shape.estimate(present: present, rank: rank) else {
            return nil
        }
        let band = ErrorBand(
            errors: errors, defaultDeviation: shapeDeviation(lead: lead), floorShare: shapeFloorShare)
        return BorderEstimate(rank: rank, estimate: estimate, band: band)
    }

    /// Standard deviation of the logarithmic error of the rest by the shape of other kinds: 0.5 from three days before
    /// the end, 1 from three hours, in between along the logarithm of the lead. It grows towards the end, where the
    /// rest is small and the final rush is each game's own (measured: `Docs/forecasting.md`).
    private static func shapeDeviation(lead: Int64) -> Double {
        let nearness = log(Double(lead) / 3 / 3600) / log(72.0 / 3)
        return 1 - 0.5 * min(max(nearness, 0), 1)
    }
}
