package import Rankings

/// THE IDOLM@STER Million Live! Theater Days as matsurihi.me shows it (Princess, v2): scores at ranks in one answer for
/// each ranking, every half hour. It names no players: its boards have borders alone.
package struct MatsurihiUpstream: Upstream {
    /// Events with rankings of this kind: Platinum Star Theater and Platinum Star Tour.
    private static let eventTypes = "3,4"
    /// How far back is asked: an aggregation that is late for a day is still found, and 48 are a small answer.
    private static let historyMinutes = 24 * 60

    private let game: GameID
    private let boards: [StandardBoard]
    private let ranks: [Int]

    /// - Parameters:
    ///   - boards: of each event, named as `MatsurihiList` names them; others are never shown.
    ///   - ranks: that are asked for; those that are not aggregated are not shown.
    package init(game: GameID, boards: [StandardBoard], ranks: [Int]) {
        self.game = game
        self.boards = boards
        self.ranks = ranks
    }

    /// Ranks with rewards of their own.
    package static let standardRanks = [1, 2, 3, 10, 100, 2500, 5000, 10_000, 25_000, 50_000]

    package var eventRequests: [UpstreamRequest] {
        [UpstreamRequest(path: "/events?type=\(Self.eventTypes)&orderBy=id!")]
    }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] {
        guard bodies.count == 1 else { throw .malformed("an event list is one answer") }
        return try decode([MatsurihiEvent].self, from: bodies[0]).compactMap { $0.event(of: game, boards: boards) }
    }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        let ranks = ranks.map(String.init).joined(separator: ",")
        // The hour's first slot: the same address for all slots of an hour.
        let since = (slot.hour - Self.historyMinutes).start.description
        return event.boards.compactMap { board in
            guard let list = MatsurihiList.allCases.first(where: { $0.boardName == board.id.name }) else { return nil }
            return RankingRequest(
                parts: [.borders], boards: [board.id],
                request: UpstreamRequest(
                    path: "/events/\(event.upstreamID)/rankings/\(list.rawValue)/logs/\(ranks)?since=\(since)"))
        }
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        guard let board = request.boards?.first,
            let shown = ShownBoard(try decode([MatsurihiLog].self, from: body))
        else { return [:] }
        return [board: shown]
    }
}
