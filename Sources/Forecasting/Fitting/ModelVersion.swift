/// A model as forecasts name it.
package struct ModelVersion: Hashable, Sendable {
    /// 0 is what the program ships with.
    package let number: Int
    package let factors: ModelFactors

    package static let shipped = ModelVersion(number: 0, factors: .standard)

    package init(number: Int, factors: ModelFactors) {
        self.number = number
        self.factors = factors
    }

    /// `pooled-3`, or `pooled-3.7` for the seventh that was fitted here.
    package var name: String { number == 0 ? PooledForecaster.model : "\(PooledForecaster.model).\(number)" }
}
