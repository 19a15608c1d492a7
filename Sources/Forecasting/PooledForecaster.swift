package import Rankings

/// Forecasts every border of a board from all finished boards at once. `Docs/forecasting.md` explains it and shows how
/// good it is.
package struct PooledForecaster: Forecaster {
    package static let model = "pooled-3"

    private let history: FinishedHistory
    private let pooled: PooledModel
    private let name: String

    /// - Parameter version: what the program ships with, or what was fitted to its own history.
    package init(history: FinishedHistory, version: ModelVersion = .shipped) {
        self.history = history
        pooled = PooledModel(factors: version.factors)
        name = version.name
    }

    package func forecast(
        of board: Board, game: GameID, kind: String, courses: [BorderCourse], at slot: Slot
    ) -> BoardForecast {
        func absent(_ absence: ForecastAbsence) -> BoardForecast {
            BoardForecast(board: board.id, madeAt: slot, model: name, borders: [], absence: absence)
        }
        if slot.start >= board.times.ends { return absent(.ended) }
        if !board.rules.isMonotone { return absent(.notMonotone) }
        let past = history.ended(by: slot.unixSeconds)
        if past.isEmpty { return absent(.noFinishedEvent) }
        let live = LiveBoard(
            id: board.id, game: game, kind: kind, boardClass: board.boardClass, starts: board.times.starts.unixSeconds,
            ends: board.times.ends.unixSeconds,
            borders: Self.usable(courses, at: slot.unixSeconds, starts: board.times.starts.unixSeconds))
        let answer = pooled.answer(for: live, past: Array(past))
        if answer.estimates.isEmpty { return absent(.tooFewObservations) }
        // No finished board reaches back to this lead: to the forecast that is as good as none.
        if answer.comparedWith == 0 { return absent(.noFinishedEvent) }
        return BoardForecast(
            board: board.id, madeAt: slot, model: name,
            borders: answer.estimates.map { $0.forecast(from: answer.bases[$0.rank]) }, caution: answer.caution)
    }

    /// What was seen of each rank by the instant, where it is enough; the best rank first, each once.
    private static func usable(_ courses: [BorderCourse], at instant: Int64, starts: Int64) -> [LiveBoard.Border] {
        guard starts <= instant else { return [] }
        let byRank = Dictionary(courses.map { ($0.rank, $0) }, uniquingKeysWith: { $1 })
        return byRank.values.sorted { $0.rank < $1.rank }.compactMap { course in
            let seen = ScoreCurve(course.points, within: starts...instant)
            guard course.rank > 0, ObservationLimits.allow(seen, at: instant, starts: starts) else { return nil }
            return LiveBoard.Border(rank: course.rank, seen: seen)
        }
    }
}
