/// The forecast of one border.
package struct BorderForecast: Hashable, Sendable {
    package let rank: Int
    package let final: Quantiles

    package init(rank: Int, final: Quantiles) {
        self.rank = rank
        self.final = final
    }
}
