/// What became of the forecast of one board at a fixed time before its end.
package struct ForecastScore: Hashable, Sendable {
    /// The unit of errors: a whole final score.
    package static let whole = 1_000_000

    /// Hours before the end.
    package let leadHours: Int
    package let model: String
    /// How many borders were forecast and have a final score; 0 where the model did not know.
    package let borders: Int
    /// The mean distance of the median from the final score, in shares of it, in units of `whole`.
    package let error: Int
    /// The same of whoever expects no change; nil where it was not kept.
    package let persistenceError: Int?
    /// The same of going on as in the last day; nil where it was not kept.
    package let linearError: Int?
    /// How many final scores lay within the bands of 50, 80 and 90 %.
    package let inHalf: Int
    package let inFourFifths: Int
    package let inNineTenths: Int

    package init(
        leadHours: Int, model: String, borders: Int, error: Int, persistenceError: Int?, linearError: Int?,
        inHalf: Int, inFourFifths: Int, inNineTenths: Int
    ) {
        self.leadHours = leadHours
        self.model = model
        self.borders = borders
        self.error = error
        self.persistenceError = persistenceError
        self.linearError = linearError
        self.inHalf = inHalf
        self.inFourFifths = inFourFifths
        self.inNineTenths = inNineTenths
    }
}
