package import Rankings

/// Which requests go wrong, and how. A request of one kind for one event has the same fault all through a minute, in
/// every run with the same seed.
package struct FaultPlan: Hashable, Sendable {
    package static let none = FaultPlan(rules: [], seed: 0, slowness: .zero)

    /// Asked in this order: the first that strikes is played.
    package let rules: [FaultRule]
    package let seed: UInt64
    /// How long a slow answer takes to come, by the wall clock.
    package let slowness: Duration

    package init(rules: [FaultRule], seed: UInt64, slowness: Duration) {
        self.rules = rules
        self.seed = seed
        self.slowness = slowness
    }

    /// The fault of the request at the instant; nil for an honest answer.
    package func fault(for request: GameRequest, at instant: Instant) -> FaultKind? {
        rules.first { rule in
            var draw = SeededRandom(
                seed: StableHash.of(
                    seed, StableHash.of(text: rule.kind.rawValue), StableHash.of(text: request.kind),
                    UInt64(request.event ?? 0), UInt64(bitPattern: Slot(containing: instant).unixMinute)))
            return draw.happens(rule.probability)
        }?.kind
    }
}
