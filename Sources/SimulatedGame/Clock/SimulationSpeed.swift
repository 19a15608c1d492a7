/// How simulated time passes.
package enum SimulationSpeed: Hashable, Sendable {
    /// So many times as fast as the wall clock; 1 is real time.
    case times(Int)
    /// Time stands still until a client moves it.
    case max

    /// A day in under a second; beyond this a crawler cannot follow by waiting, and `max` is right.
    package static let limit = 100_000

    /// Reads a whole number from 1 to `limit`, or `max`.
    ///
    /// - Throws: `badTime` with what would be right.
    package init(_ text: String) throws(SimulatedGameError) {
        if text == "max" {
            self = .max
        } else if let number = Int(text), (1...Self.limit).contains(number) {
            self = .times(number)
        } else {
            throw SimulatedGameError(
                .badTime, item: "speed \(text)", problem: "must be a whole number from 1 to \(Self.limit), or max")
        }
    }
}
