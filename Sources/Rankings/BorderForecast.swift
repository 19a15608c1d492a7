/// The forecast of one border.
package struct BorderForecast: Hashable, Sendable {
    package let rank: Int
    package let final: Quantiles
    /// Nil where it was not kept: an imported forecast has only its quantiles.
    package let basis: ForecastBasis?

    package init(rank: Int, final: Quantiles, basis: ForecastBasis? = nil) {
        self.rank = rank
        self.final = final
        self.basis = basis
    }
}
