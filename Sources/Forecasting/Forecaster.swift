package import Rankings

/// Anything that says where the borders of a board will close, from what was seen so far.
package protocol Forecaster: Sendable {
    /// Forecasts the final score at each rank, as known at the slot. Pure: the same arguments give the same answer.
    ///
    /// - Parameters:
    ///   - kind: the kind of the event, in the upstream's word.
    ///   - courses: one per rank, in any order. The points are observations: a reading that found the score unchanged
    ///     counts as well, at least one in three hours, or the border is taken for unseen. Points after the slot and
    ///     outside the board's times are not looked at.
    ///   - slot: the slot whose standing the forecast is made from.
    /// - Returns: ranks without a usable course are left out; where none is left, `absence` says why.
    func forecast(
        of board: Board, game: GameID, kind: String, courses: [BorderCourse], at slot: Slot
    ) -> BoardForecast
}
