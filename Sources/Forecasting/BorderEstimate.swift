import Rankings

/// What is expected of one border.
struct BorderEstimate: Hashable, Sendable {
    let rank: Int
    let present: Double
    /// One final score for each of `Quantiles.levels`, rising, none below `present`.
    let finals: [Double]

    /// Estimates of a board in order across ranks and levels, none below what the rank or a worse one has now.
    ///
    /// - Parameter estimates: each rank once, the best first.
    static func inOrder(_ estimates: [BorderEstimate]) -> [BorderEstimate] {
        let floors = RankOrder.raised(estimates.map(\.present))
        let levels = Quantiles.levels.indices.map { level in RankOrder.ordered(estimates.map { $0.finals[level] }) }
        return estimates.indices.map { index in
            var highest = floors[index]
            let finals = levels.map { level in
                highest = max(highest, level[index])
                return highest
            }
            return BorderEstimate(rank: estimates[index].rank, present: estimates[index].present, finals: finals)
        }
    }

    /// In whole scores, halves rounded up.
    func forecast(from basis: ForecastBasis? = nil) -> BorderForecast {
        BorderForecast(
            rank: rank, final: Quantiles(values: finals.map { Int64(min($0, ScoreCurve.scoreLimit).rounded()) }),
            basis: basis)
    }
}
