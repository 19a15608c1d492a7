package import Rankings

/// A board over a span of time.
package struct BoardSpan: Hashable, Sendable {
    /// How it stood at the slots that were asked for, in their order.
    package let samples: [Standing]
    /// Everyone who was on it at any slot of the span.
    package let players: Set<Pseudonym>
    /// How they were called last; forgotten players have no name.
    package let names: [Pseudonym: String]
}
