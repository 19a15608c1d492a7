/// Where a single rank of the top list will close.
package struct EntryForecast: Hashable, Sendable {
    package let rank: Int
    /// Its score when the forecast was made.
    package let now: Int64
    package let final: Quantiles

    package init(rank: Int, now: Int64, final: Quantiles) {
        self.rank = rank
        self.now = now
        self.final = final
    }
}
