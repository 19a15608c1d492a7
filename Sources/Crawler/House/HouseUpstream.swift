package import Rankings

/// Boards of one's own, as a source of readings: their lists are the events, and what answers is the store of scores.
package struct HouseUpstream: Upstream {
    /// Players of a reading.
    package static let entries = 100
    /// Ranks below these whose scores are recorded.
    package static let borders = [
        200, 300, 400, 500, 1_000, 2_000, 3_000, 4_000, 5_000, 10_000, 20_000, 30_000, 40_000, 50_000, 100_000,
    ]
    /// How long after its end a list is read once more.
    private static let closing = Duration.hours(1)

    package static let listsPath = "/lists"
    /// What the path of one list begins with.
    package static let standingPath = "/lists/"

    private let game: GameID

    package init(game: GameID) { self.game = game }

    package var eventRequests: [UpstreamRequest] { [UpstreamRequest(path: Self.listsPath)] }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard bodies.count == 1 else { throw .malformed("the lists are one answer") }
        return try decode([HouseList].self, from: bodies[0]).compactMap(event)
    }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        let main = BoardID(event: event.id, name: "main")
        let request = UpstreamRequest(path: Self.standingPath + event.upstreamID)
        return [RankingRequest(parts: [.entries, .borders], boards: [main], request: request)]
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        let standing = try decode(HouseStanding.self, from: body)
        let shown = ShownBoard(
            entries: standing.rows.map {
                Entry(rank: $0.rank, player: PlayerID($0.player), name: $0.name, score: $0.score)
            }, borders: standing.borders.map { Border(rank: $0.rank, score: $0.score) })
        return [BoardID(event: event.id, name: "main"): shown]
    }

    /// Nil where the names together are too long for a published path.
    private func event(_ list: HouseList) -> Event? {
        let id = EventID(game: game, upstreamID: list.id)
        guard PathComponent.isSafe(id.rawValue), list.starts < list.ends else { return nil }
        let ends = Instant(unixMilliseconds: list.ends)
        let times = EventTimes(
            starts: Instant(unixMilliseconds: list.starts), ends: ends, announces: ends, closes: ends + Self.closing)
        let rules = BoardRules(isMonotone: list.isMonotone, scale: list.scale)
        let board = Board(
            id: BoardID(event: id, name: "main"), title: Board.wholeEventTitle, times: times, rules: rules)
        return Event(
            id: id, game: game, upstreamID: list.id, name: list.title, kind: list.board, times: times,
            boards: [board])
    }
}
