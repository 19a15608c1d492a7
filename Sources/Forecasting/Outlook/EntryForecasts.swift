import Glibc
package import Rankings

/// Forecasts of single ranks of the top list, from those of the ranks around them that are followed.
package enum EntryForecasts {
    /// The final score of every rank of the top list, by rank: its score now, times what its neighbours are to gain on
    /// theirs. Empty where no rank up to the last entry is forecast.
    ///
    /// - Parameter scores: of the entries when the forecast was made, the best first.
    package static func all(of forecast: BoardForecast, scores: [Int64]) -> [EntryForecast] {
        let scores = scores.prefix(TopRanks.forecast.upperBound).map { Double($0) }
        let known = followed(in: forecast)
        guard let first = known.first, first.rank <= scores.count else { return [] }
        let estimates = zip(TopRanks.forecast, scores).map { rank, now in
            let growth = growth(at: rank, among: known)
            return BorderEstimate(
                rank: rank, present: now, finals: growth.map { min(max(now, now * exp($0)), ScoreCurve.scoreLimit) })
        }
        return BorderEstimate.inOrder(estimates).map { estimate in
            EntryForecast(
                rank: estimate.rank, now: Int64(estimate.present), final: estimate.forecast().final)
        }
    }

    /// A rank whose forecast is known, and what each quantile adds to the logarithm of its score.
    private struct Followed {
        let rank: Int
        let growth: [Double]
    }

    private static func followed(in forecast: BoardForecast) -> [Followed] {
        forecast.borders.compactMap { border in
            guard let now = border.basis?.now, now > 0 else { return nil }
            return Followed(
                rank: border.rank, growth: border.final.values.map { log(max(Double($0) / Double(now), 1)) })
        }
    }

    /// Linear along the logarithm of the rank, level beyond the first and the last.
    private static func growth(at rank: Int, among known: [Followed]) -> [Double] {
        let after = known.firstIndex { $0.rank >= rank } ?? known.count - 1
        let (high, low) = (known[after], known[max(0, after - 1)])
        guard low.rank < rank, rank < high.rank else { return (high.rank <= rank ? high : low).growth }
        let share = log(Double(rank) / Double(low.rank)) / log(Double(high.rank) / Double(low.rank))
        return zip(low.growth, high.growth).map { $0 + ($1 - $0) * share }
    }
}
