/// When forecasts are made and from what.
package struct ForecastSettings: Hashable, Sendable {
    /// Whole minutes.
    package var every: Duration

    /// The time between forecasts in minutes.
    package var everyMinutes: Int { Int(every / .seconds(60)) }
}
