/// What the model says about a board at one slot.
package struct BoardForecast: Hashable, Sendable {
    package let board: BoardID
    /// The slot whose standing it was made from.
    package let madeAt: Slot
    /// Name and version of the model, e.g. `pooled-3`.
    package let model: String
    /// By rank; empty where the model does not know, and then `absence` says why.
    package let borders: [BorderForecast]
    package let absence: ForecastAbsence?
    /// Why the numbers are wide and yet may be wrong; nil where they are as good as usual, or where there are none.
    package let caution: ForecastCaution?

    package init(
        board: BoardID, madeAt: Slot, model: String, borders: [BorderForecast], absence: ForecastAbsence? = nil,
        caution: ForecastCaution? = nil
    ) {
        self.board = board
        self.madeAt = madeAt
        self.model = model
        self.borders = borders
        self.absence = absence
        self.caution = caution
    }
}
