package import Rankings

/// Project SEKAI as api.hisekai.org shows it: the top 100 and the borders of the live event in two answers, and a list
/// of events. Chapters are not shown.
package struct HisekaiUpstream: Upstream {
    private let game: GameID
    private let prefix: String

    /// - Parameter region: `jp` or `tw`.
    package init(game: GameID, region: String) {
        self.game = game
        prefix = region == "jp" ? "" : "/\(region)"
    }

    package var eventRequests: [UpstreamRequest] { [UpstreamRequest(path: "\(prefix)/event/list")] }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard bodies.count == 1 else { throw .malformed("an event list is one answer") }
        return try decode([HisekaiEvent].self, from: bodies[0]).compactMap { $0.event(of: game) }
    }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        let main = BoardID(event: event.id, name: "main")
        func request(_ part: RankingPart, _ name: String) -> RankingRequest {
            RankingRequest(
                parts: [part], boards: [main], request: UpstreamRequest(path: "\(prefix)/event/live/\(name)"))
        }
        return [request(.entries, "top100"), request(.borders, "border")]
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        let shown =
            request.parts.contains(.entries)
            ? try decode(HisekaiTop.self, from: body).shown(of: event)
            : try decode(HisekaiBorders.self, from: body).shown(of: event)
        return [BoardID(event: event.id, name: "main"): shown]
    }
}
