package import Rankings

/// What a past slot's edition was made of, but for its standing.
package struct PastSlot: Hashable, Sendable {
    package let outcome: SlotOutcome
    /// The hash of the forecast's document it showed; nil where it showed none.
    package let forecast: String?
}
