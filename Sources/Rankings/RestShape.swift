/// In what steps the rest of a border comes: how much of it is gained by fixed instants until the end of the board.
///
/// Whole numbers, so that what is kept of a forecast is what was published of it.
package struct RestShape: Hashable, Sendable {
    /// The unit of `shares`: the whole rest.
    package static let whole = 10_000
    /// The unit of `spreads`: a factor of e.
    package static let spreadUnit = 100
    /// No spread is larger: 2.55, which no border's rest has.
    package static let spreadLimit = 255
    /// No path has more steps.
    package static let stepLimit = 28

    /// Minutes from one step to the next; the last is the end of the board.
    package let stepMinutes: Int
    /// For each step the share of the rest gained by then, in units of `whole`, never falling; the last is `whole`.
    package let shares: [Int]
    /// For each step the standard deviation of the logarithm of that share, in units of `spreadUnit`; the last is 0.
    package let spreads: [Int]

    package init(stepMinutes: Int, shares: [Int], spreads: [Int]) {
        precondition(!shares.isEmpty && shares.count == spreads.count, "at least one step, and one spread for each")
        self.stepMinutes = stepMinutes
        self.shares = shares
        self.spreads = spreads
    }
}
