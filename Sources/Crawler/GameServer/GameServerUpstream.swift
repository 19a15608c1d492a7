package import Rankings

/// The server of the Project SEKAI family: the top 100 by account, borders by event, chapters inside both. Its list of
/// events is the master data.
package struct GameServerUpstream: Upstream {
    private let user: String
    private let master: MasterData
    private let format: BodyFormat

    /// - Parameters:
    ///   - user: the account whose view of the top 100 is asked for.
    ///   - master: the address of the master data, where another server has it.
    ///   - format: of rankings and borders.
    package init(game: GameID, user: String, master: String? = nil, format: BodyFormat = .json) {
        self.user = user
        self.master = MasterData(game: game, elsewhere: master)
        self.format = format
    }

    package var eventRequests: [UpstreamRequest] { master.requests }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        [
            RankingRequest(
                parts: [.entries],
                request: UpstreamRequest(
                    path: "/api/user/\(user)/event/\(event.upstreamID)/ranking?rankingViewType=top100")),
            RankingRequest(
                parts: [.borders], request: UpstreamRequest(path: "/api/event/\(event.upstreamID)/ranking-border")),
        ]
    }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] { try master.events(from: bodies) }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        request.parts.contains(.entries)
            ? try format.decode(GameServerTop.self, from: body).boards(of: event)
            : try format.decode(GameServerBorders.self, from: body).boards(of: event)
    }
}
