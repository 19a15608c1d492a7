import Rankings

/// What is expected of one border, before the ranks are put in order.
struct BorderEstimate: Sendable {
    let rank: Int
    let present: Double
    /// One final score for each of `Quantiles.levels`, rising, none below `present`.
    let finals: [Double]

    init(rank: Int, estimate: FinalEstimate, band: ErrorBand) {
        self.rank = rank
        present = estimate.present
        finals = band.offsets.map { $0 == 0 ? estimate.final : estimate.final(withError: $0) }
    }

    /// The borders of a board in order across ranks and levels, in whole scores (halves rounded up), none below what
    /// the rank or a worse one has now.
    ///
    /// - Parameter estimates: each rank once, the best first.
    static func inOrder(_ estimates: [BorderEstimate]) -> [BorderForecast] {
        let floors = RankOrder.raised(estimates.map(\.present))
        let levels = Quantiles.levels.indices.map { level in RankOrder.ordered(estimates.map { $0.finals[level] }) }
        return estimates.indices.map { index in
            let values = levels.map { finals in
                Int64(min(max(finals[index], floors[index]), ScoreCurve.scoreLimit).rounded())
            }
            return BorderForecast(rank: estimates[index].rank, final: Quantiles(values: values))
        }
    }
}
