package import Rankings

/// Which requests go wrong, and how. A request of one kind for one event has the same fault all through a minute,
/// unless a rule says otherwise, and in every run with the same seed.
package struct FaultPlan: Hashable, Sendable {
    package static let none = FaultPlan(rules: [], seed: 0, slowness: .zero)

    /// Asked in this order: the first that strikes is played.
    package let rules: [FaultRule]
    package let seed: UInt64
    /// How long a slow answer takes to come, in simulated time.
    package let slowness: Duration
    /// How long a client is told to wait by answers that say so, in simulated time.
    package let retryAfter: Duration

    package init(rules: [FaultRule], seed: UInt64, slowness: Duration, retryAfter: Duration = .seconds(90)) {
        self.rules = rules
        self.seed = seed
        self.slowness = slowness
        self.retryAfter = retryAfter
    }

    /// The fault of the request at the instant; nil for an honest answer.
    ///
    /// - Parameter attempt: counts the requests of that kind for that event in that minute, from 1.
    package func fault(for request: GameRequest, at instant: Instant, attempt: Int = 1) -> FaultKind? {
        rules.first { rule in
            if rule.isPassing && attempt > 1 { return false }
            return (0..<rule.minutes).contains { ago in
                let began = instant - .minutes(ago)
                var draw =
                    rule.isCommon
                    ? SeededRandom(seed: StableHash.of(seed, StableHash.of(text: rule.kind.rawValue), minute(began)))
                    : draw(rule.kind.rawValue, for: request, at: began)
                return draw.happens(rule.probability)
            }
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
                UInt64(request.event ?? 0), minute(instant)))
    }

    private func minute(_ instant: Instant) -> UInt64 { UInt64(bitPattern: Slot(containing: instant).unixMinute) }

    /// In minutes.
    private static let longestStaleness: UInt64 = 120
}
