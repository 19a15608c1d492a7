package import Rankings

/// BanG Dream as Bestdori shows it: the top 10 in one answer, and one answer with the history of each tier.
package struct BestdoriUpstream: Upstream {
    private let game: GameID
    private let server: BestdoriServer
    private let tiers: [Int]

    /// - Parameter tiers: the ranks whose borders are asked for, one request each.
    package init(game: GameID, server: BestdoriServer, tiers: [Int]) {
        self.game = game
        self.server = server
        self.tiers = tiers
    }

    /// The tiers that trackers of most servers have.
    package static let standardTiers = [100, 500, 1000, 2000]

    package var eventRequests: [UpstreamRequest] { [UpstreamRequest(path: "/api/events/all.5.json")] }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard bodies.count == 1 else { throw .malformed("an event list is one answer") }
        return try decode([String: BestdoriEvent].self, from: bodies[0])
            .compactMap { $1.event(id: $0, of: game, on: server) }
            .sorted { $0.times.starts < $1.times.starts }
    }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        let main = BoardID(event: event.id, name: "main")
        let query = "server=\(server.rawValue)&event=\(event.upstreamID)"
        let top = RankingRequest(
            parts: [.entries], boards: [main],
            request: UpstreamRequest(path: "/api/eventtop/data?\(query)&mid=0&latest=1"))
        return [top]
            + tiers.map { tier in
                RankingRequest(
                    parts: [.borders], boards: [main], rank: tier,
                    request: UpstreamRequest(path: "/api/tracker/data?\(query)&tier=\(tier)"))
            }
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        let shown =
            if let tier = request.rank {
                try decode(BestdoriCutoffs.self, from: body).shown(at: tier)
            } else {
                try decode(BestdoriTop.self, from: body).shown()
            }
        return shown.map { [BoardID(event: event.id, name: "main"): $0] } ?? [:]
    }
}
