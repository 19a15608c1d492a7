/// Ranks among the entries whose scores are followed like those of borders.
package enum TopRanks {
    /// The ranks that trackers record and games reward: near enough to one another that what lies between two of them
    /// goes as they go.
    package static let followed = [1, 2, 3, 10, 20, 30, 40, 50, 100]

    /// Ranks of single entries that are forecast.
    package static let forecast = 1...100
}
