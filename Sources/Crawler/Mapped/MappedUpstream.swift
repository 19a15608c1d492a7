package import Rankings

/// Any JSON API, as the configuration describes it.
package struct MappedUpstream: Upstream {
    private let game: GameID
    private let standardBoards: [StandardBoard]
    private let ranks: [Int]
    private let requests: [MappedRequest]
    private let list: MappedEvents?

    /// - Parameters:
    ///   - boards: of each event that is listed.
    ///   - ranks: for the placeholders `{rank}` and `{ranks}`.
    ///   - requests: for the boards of an event; one with `{rank}` is made for each rank.
    ///   - events: nil where the configuration lists them.
    package init(
        game: GameID, boards: [StandardBoard], ranks: [Int], requests: [MappedRequest], events: MappedEvents?
    ) {
        self.game = game
        standardBoards = boards
        self.ranks = ranks
        self.requests = requests
        list = events
    }

    package var eventRequests: [UpstreamRequest] { list.map { [UpstreamRequest(path: $0.path)] } ?? [] }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard let list else { return [] }
        guard bodies.count == 1 else { throw .malformed("an event list is one answer") }
        return try list.events(in: try JSONValue(document: bodies[0]), of: game, boards: standardBoards)
    }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        requests.enumerated().flatMap { index, request in
            (request.path.isForOneRank ? ranks.map(Int?.some) : [nil]).map { rank in
                RankingRequest(
                    parts: request.parts, boards: [BoardID(event: event.id, name: request.board)], rank: rank,
                    kind: index,
                    request: UpstreamRequest(
                        path: request.path.path(event: event.upstreamID, ranks: ranks, rank: rank, at: slot)))
            }
        }
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        guard requests.indices.contains(request.kind) else { return [:] }
        let mapped = requests[request.kind]
        let board = BoardID(event: event.id, name: mapped.board)
        let rules = event.boards.first { $0.id == board }?.rules ?? BoardRules()
        let answer = MappedAnswer(
            document: try JSONValue(document: body), request: mapped, rank: request.rank, scale: rules.scale)
        return try answer.shown(of: event).map { [board: $0] } ?? [:]
    }
}
