package import Rankings

/// Judges the forecasts of a board that is over, at the leads of `ForecastSchedule`.
package enum ForecastScores {
    /// A forecast made up for later than this after its lead counts for no lead: it saw more than it should have.
    private static let lateness = Duration.seconds(ForecastSchedule.standardMinutes * 60)

    /// One score for each lead at which a forecast was made, the longest lead first; those at which the model said that
    /// it does not know are among them, with no borders.
    ///
    /// - Parameters:
    ///   - forecasts: of the board, oldest first.
    ///   - finals: the final score at each rank; ranks without one, or with none above 0, are not judged.
    package static func of(
        _ forecasts: [BoardForecast], ends: Instant, finals: [Int: Int64]
    ) -> [ForecastScore] {
        ForecastSchedule.leadHours.compactMap { hours in
            let due = ends - .hours(hours)
            let made = forecasts.first { $0.madeAt.start >= due && $0.madeAt.start - due <= lateness }
            return made.map { score($0, leadHours: hours, finals: finals) }
        }
    }

    private static func score(_ forecast: BoardForecast, leadHours: Int, finals: [Int: Int64]) -> ForecastScore {
        let judged = forecast.borders.compactMap { border in
            finals[border.rank].flatMap { $0 > 0 ? (border: border, final: $0) : nil }
        }
        func mean(_ said: (BorderForecast) -> Int64?) -> Int? {
            let errors = judged.compactMap { border, final in
                said(border).map { abs(Double($0) / Double(final) - 1) }
            }
            guard errors.count == judged.count, !errors.isEmpty else { return nil }
            return Int((errors.reduce(0, +) / Double(errors.count) * Double(ForecastScore.whole)).rounded())
        }
        func inside(_ low: Int, _ high: Int) -> Int {
            judged.count { border, final in
                (border.final.values[low]...border.final.values[high]).contains(final)
            }
        }
        return ForecastScore(
            leadHours: leadHours, model: forecast.model, borders: judged.count, error: mean { $0.final.median } ?? 0,
            persistenceError: mean { $0.basis?.now }, linearError: mean { $0.basis?.linear }, inHalf: inside(2, 4),
            inFourFifths: inside(1, 5), inNineTenths: inside(0, 6))
    }
}
