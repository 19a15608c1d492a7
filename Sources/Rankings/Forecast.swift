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

    package var median: Int64 { values[3] }
    /// The band that is to hold four truths in five: quantiles 10 and 90 %.
    package var band80: ClosedRange<Int64> { values[1]...values[5] }
}

/// The forecast of one border.
package struct BorderForecast: Hashable, Sendable {
    package let rank: Int
    package let final: Quantiles

    package init(rank: Int, final: Quantiles) {
        self.rank = rank
        self.final = final
    }
}

/// What the model says about a board at one slot.
package struct BoardForecast: Hashable, Sendable {
    package let board: BoardID
    /// The slot whose standing it was made from.
    package let madeAt: Slot
    /// Name and version of the model, e.g. `growth-ratio-1`.
    package let model: String
    /// By rank; empty where the model does not know, and then `absence` says why.
    package let borders: [BorderForecast]
    package let absence: ForecastAbsence?

    package init(
        board: BoardID, madeAt: Slot, model: String, borders: [BorderForecast], absence: ForecastAbsence? = nil
    ) {
        self.board = board
        self.madeAt = madeAt
        self.model = model
        self.borders = borders
        self.absence = absence
    }
}

/// Why there is no forecast. Shown on the page.
package enum ForecastAbsence: String, Hashable, Sendable, CaseIterable {
    /// No event has finished from which to learn.
    case noFinishedEvent
    /// Too little of this event was seen so far.
    case tooFewObservations
    /// The event no longer counts: what stands is the result.
    case ended
    /// Scores on this board can fall, so that nothing bounds them.
    case notMonotone
}
