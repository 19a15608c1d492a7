/// An error made on a finished board, and how much it says about the border at hand.
struct WeightedError: Hashable, Sendable {
    /// As `FinalEstimate.error(ofTrue:)`.
    let error: Double
    /// Between 0 and 1.
    let weight: Double
}
