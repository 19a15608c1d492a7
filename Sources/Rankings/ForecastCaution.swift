/// Why a forecast is to be read with caution, though there is one. Shown on the page in place of a narrow band.
package enum ForecastCaution: String, Hashable, Sendable, CaseIterable {
    /// No board of the game and class has finished: all that is said was learnt from other games or boards.
    case noneOfThisGame
    /// The event goes unlike every finished one.
    case unlikeThePast
}
