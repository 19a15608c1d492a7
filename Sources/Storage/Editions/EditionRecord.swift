package import Rankings

/// What an edition was made of, kept so that it can be made again.
package struct EditionRecord: Hashable, Sendable {
    /// The slot's outcome.
    package let outcome: SlotOutcome
    /// The forecast it shows, with the hash of its document.
    package let forecast: BoardForecast?
    package let document: String?

    package init(outcome: SlotOutcome, forecast: BoardForecast?, document: String?) {
        self.outcome = outcome
        self.forecast = forecast
        self.document = document
    }
}
