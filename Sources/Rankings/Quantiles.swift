/// Where a border will close, as quantiles of its final score.
package struct Quantiles: Hashable, Sendable {
    /// The probabilities the values belong to, in this order.
    package static let levels: [Double] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

    /// One score for each level, never falling.
    package let values: [Int64]

    package init(values: [Int64]) {
        precondition(values.count == Self.levels.count, "one value for each level")
        self.values = values
    }

    /// The place of the median among the levels.
    package static let middle = 3

    package var median: Int64 { values[Self.middle] }
    /// The band that is to hold four truths in five: quantiles 10 and 90 %.
    package var band80: ClosedRange<Int64> { values[1]...values[5] }
}
