/// When forecasts are made and from what.
package struct ForecastSettings: Hashable, Sendable {
    /// Whole minutes.
    package var every: Duration
    /// The newest finished events of the same kind to learn from, at most.
    package var history: Int
}
