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
            var draw = draw(rule.kind.rawValue, for: request, at: instant)
            return draw.happens(rule.probability)
        }?.kind
    }

    /// How old a stale answer is: 1 to 120 minutes, the same all through a minute.
    func staleness(for request: GameRequest, at instant: Instant) -> Duration {
        var draw = draw("staleness", for: request, at: instant)
        return .minutes(1 + Int(draw.next() % Self.longestStaleness))
    }

    /// The rows a fault shows in place of the honest ones; the same ones where it changes none. Ranks and scores stay
    /// in order.
    func rows(
        _ rows: [RankedPlayer], of board: GameBoard, fault: FaultKind?, in request: GameRequest, at instant: Instant
    ) -> [RankedPlayer] {
        guard let fault else { return rows }
        var draw = draw("\(fault.rawValue) on \(board.name)", for: request, at: instant)
        let isBorders = if case .borders = request { true } else { false }
        return fault.rows(rows, isBorders: isBorders, draw: &draw)
    }

    private func draw(_ purpose: String, for request: GameRequest, at instant: Instant) -> SeededRandom {
        SeededRandom(
            seed: StableHash.of(
                seed, StableHash.of(text: purpose), StableHash.of(text: request.kind),
                UInt64(request.event ?? 0), UInt64(bitPattern: Slot(containing: instant).unixMinute)))
    }

    /// In minutes.
    private static let longestStaleness: UInt64 = 120
}
