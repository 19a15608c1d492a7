package import Rankings

/// Project SEKAI as api.sekai.best shows it: one answer holds the top 100 and the borders of the live event. Chapters
/// are not in it; its list of events is the master data of another server.
package struct SekaiBestUpstream: Upstream {
    private let region: String
    private let master: MasterData

    /// - Parameters:
    ///   - region: `jp`, `en`, `tw`, `kr` or `cn`.
    ///   - master: the address of the master data.
    package init(game: GameID, region: String, master: String) {
        self.region = region
        self.master = MasterData(game: game, elsewhere: master)
    }

    package var eventRequests: [UpstreamRequest] { master.requests }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        try master.events(from: bodies, withChapters: false)
    }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        let main = BoardID(event: event.id, name: "main")
        return [
            RankingRequest(
                parts: [.entries, .borders], boards: [main],
                request: UpstreamRequest(path: "/event/live?region=\(region)"))
        ]
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        try decode(SekaiBestAnswer.self, from: body).boards(of: event)
    }
}
