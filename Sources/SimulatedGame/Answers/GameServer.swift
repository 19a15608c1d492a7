package import Rankings

/// Answers requests as the game server would at an instant. Pure: the same attempt of a request at the same instant
/// gets the same bytes.
package struct GameServer: Sendable {
    private let world: any GameWorld
    private let faults: FaultPlan

    package init(world: any GameWorld, faults: FaultPlan) {
        self.world = world
        self.faults = faults
    }

    /// The answer to the request, with the fault the plan has for it. Events that have not started are not found.
    ///
    /// - Parameter attempt: counts the requests of that kind for that event in that minute, from 1.
    package func answer(_ request: GameRequest, at instant: Instant, attempt: Int = 1) -> GameAnswer {
        let fault = faults.fault(for: request, at: instant, attempt: attempt)
        if let refusal = fault.flatMap({ GameAnswer.refusal($0, retryAfter: faults.retryAfter) }) { return refusal }
        switch request {
        case .events:
            return .finished(MasterDocuments.events(world.events(at: instant)), fault: fault, slowness: faults.slowness)
        case .worldBlooms:
            return .finished(
                MasterDocuments.worldBlooms(world.events(at: instant)), fault: fault, slowness: faults.slowness)
        case .top100(let number), .borders(let number):
            guard let event = world.event(numbered: number), instant >= event.window.starts else {
                return .notFound
            }
            return ranking(request, of: event, at: instant, fault: fault)
        }
    }

    private func ranking(
        _ request: GameRequest, of event: GameEvent, at instant: Instant, fault: FaultKind?
    ) -> GameAnswer {
        let isBorders = request == .borders(event: event.number)
        let honest = instant
        let instant =
            fault == .stale ? max(event.window.starts, honest - faults.staleness(for: request, at: honest)) : honest
        let shown = event.boards.filter { event.window(of: $0).starts <= instant }.map { board in
            let window = event.window(of: board)
            let shownInstant = window.shownInstant(at: event.window.shownInstant(at: instant))
            let rows =
                isBorders
                ? world.borders(of: event, on: board, at: shownInstant)
                : world.entries(of: event, on: board, at: shownInstant)
            return ShownBoard(
                board: board, isCounting: window.isCounting(at: instant, sayingBorders: isBorders),
                rows: faults.rows(rows, of: board, fault: fault, in: request, at: honest))
        }
        let body =
            isBorders
            ? RankingDocuments.borders(event: event.number, shown: shown)
            : RankingDocuments.top100(event: event.number, shown: shown)
        return .finished(body, fault: fault, slowness: faults.slowness, shown: shown)
    }
}
