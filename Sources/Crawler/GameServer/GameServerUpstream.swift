package import Rankings

/// The server of the Project SEKAI family, in JSON: the top 100 by account, borders by event, chapters inside both.
/// Its list of events is the master data `events.json` and `worldBlooms.json`.
package struct GameServerUpstream: Upstream {
    private let game: GameID
    private let user: String

    /// - Parameter user: the account whose view of the top 100 is asked for.
    package init(game: GameID, user: String) {
        self.game = game
        self.user = user
    }

    package var eventRequests: [UpstreamRequest] {
        ["/master/events.json", "/master/worldBlooms.json"].map { UpstreamRequest(path: $0) }
    }

    package func rankingRequests(for event: Event) -> [RankingRequest] {
        [
            RankingRequest(
                parts: [.entries],
                request: UpstreamRequest(
                    path: "/api/user/\(user)/event/\(event.upstreamID)/ranking?rankingViewType=top100")),
            RankingRequest(
                parts: [.borders], request: UpstreamRequest(path: "/api/event/\(event.upstreamID)/ranking-border")),
        ]
    }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard bodies.count == 2 else { throw .malformed("an event list is two answers") }
        let events = try decode([GameServerEvent].self, from: bodies[0])
        let chapters = Dictionary(grouping: try decode([GameServerChapter].self, from: bodies[1]), by: \.eventId)
        return events.compactMap { $0.event(of: game, chapters: chapters[$0.id] ?? []) }
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        request.parts.contains(.entries)
            ? try decode(GameServerTop.self, from: body).boards(of: event)
            : try decode(GameServerBorders.self, from: body).boards(of: event)
    }
}
