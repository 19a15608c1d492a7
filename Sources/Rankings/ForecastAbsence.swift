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
