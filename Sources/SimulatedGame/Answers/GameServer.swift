package import Rankings

/// Answers requests as the game server would at an instant. Pure: the same request at the same instant gets the same
/// bytes.
package struct GameServer: Sendable {
    private let world: any GameWorld
    private let faults: FaultPlan

    package init(world: any GameWorld, faults: FaultPlan) {
        self.world = world
        self.faults = faults
    }

    /// The answer to the request, with the fault the plan has for it. Events that have not started are not found.
    package func answer(_ request: GameRequest, at instant: Instant) -> GameAnswer {
        let fault = faults.fault(for: request, at: instant)
        if let refusal = fault.flatMap(refusal) { return refusal }
        switch request {
        case .events: return finished(MasterDocuments.events(world.events(at: instant)), fault: fault)
        case .worldBlooms: return finished(MasterDocuments.worldBlooms(world.events(at: instant)), fault: fault)
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
        return finished(body, fault: fault, shown: shown)
    }

    /// The answer of a fault that leaves nothing of the honest one; nil where the honest one is needed.
    private func refusal(_ fault: FaultKind) -> GameAnswer? {
        switch fault {
        case .status503: .error(status: 503, code: "maintenance", fault: fault)
        case .status403: .error(status: 403, code: "session_error", fault: fault)
        case .status404: .error(status: 404, code: "not_found", fault: fault)
        case .garbage: GameAnswer(status: 200, body: Array(Self.garbage.utf8), fault: fault)
        case .cutBody, .slow, .half, .stale, .absent, .lowered, .tied, .renamed: nil
        }
    }

    private func finished(_ body: [UInt8], fault: FaultKind?, shown: [ShownBoard] = []) -> GameAnswer {
        switch fault {
        case .cutBody: GameAnswer(status: 200, body: body, delivery: .cut, fault: fault)
        case .slow: GameAnswer(status: 200, body: body, delivery: .delayed(faults.slowness), fault: fault, shown: shown)
        default: GameAnswer(status: 200, body: body, fault: fault, shown: shown)
        }
    }

    private static let garbage = "<html><head><title>502</title></head><body>{\"rankings\":[{]</body>"
}
