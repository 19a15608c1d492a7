package import Rankings

/// The server of the Project SEKAI family, in JSON: the top 100 by account, borders by event, chapters inside both.
/// Its list of events is the master data `events.json` and `worldBlooms.json`.
package struct GameServerUpstream: Upstream {
    private let game: GameID
    private let baseURL: String
    private let user: String
    private let headers: [String: String]

    /// - Parameters:
    ///   - baseURL: without a slash at its end.
    ///   - user: the account whose view of the top 100 is asked for.
    ///   - headers: sent with every request; may be secret.
    package init(game: GameID, baseURL: String, user: String, headers: [String: String] = [:]) {
        self.game = game
        self.baseURL = baseURL
        self.user = user
        self.headers = headers
    }

    package var eventRequests: [UpstreamRequest] {
        ["/master/events.json", "/master/worldBlooms.json"].map(request)
    }

    package func rankingRequests(for event: Event) -> [RankingRequest] {
        [
            RankingRequest(
                part: .entries,
                request: request("/api/user/\(user)/event/\(event.upstreamID)/ranking?rankingViewType=top100")),
            RankingRequest(part: .borders, request: request("/api/event/\(event.upstreamID)/ranking-border")),
        ]
    }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard bodies.count == 2 else { throw .malformed("an event list is two answers") }
        let events = try decode([GameServerEvent].self, from: bodies[0])
        let chapters = Dictionary(grouping: try decode([GameServerChapter].self, from: bodies[1]), by: \.eventId)
        return events.compactMap { $0.event(of: game, chapters: chapters[$0.id] ?? []) }
    }

    package func boards(
        in body: [UInt8], of part: RankingPart, event: Event
    ) throws(UpstreamError) -> [BoardID: BoardPart] {
        switch part {
        case .entries: try decode(GameServerTop.self, from: body).boards(of: event)
        case .borders: try decode(GameServerBorders.self, from: body).boards(of: event)
        }
    }

    private func request(_ path: String) -> UpstreamRequest {
        UpstreamRequest(url: baseURL + path, headers: headers)
    }
}
