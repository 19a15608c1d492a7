import Rankings

/// One element of the master data `events.json`. Times are Unix milliseconds; scoring ends with the second of
/// `aggregateAt`.
struct GameServerEvent: Decodable {
    let id: Int
    let eventType: String
    let name: String
    let startAt: Int64
    let aggregateAt: Int64
    let rankingAnnounceAt: Int64
    let closedAt: Int64

    /// nil where the times are out of order: the upstream has not settled them yet.
    func event(of game: GameID, chapters: [GameServerChapter]) -> Event? {
        let times = EventTimes(
            starts: Instant(upstreamMilliseconds: startAt),
            ends: Instant(upstreamMilliseconds: aggregateAt).afterLastCounted,
            announces: Instant(upstreamMilliseconds: rankingAnnounceAt), closes: Instant(upstreamMilliseconds: closedAt)
        )
        return Event(game: game, upstreamID: String(id), name: name, kind: eventType, times: times) { event in
            let main = Board(id: BoardID(event: event, name: "main"), title: Board.wholeEventTitle, times: times)
            return [main] + chapters.sorted { $0.chapterNo < $1.chapterNo }.map { $0.board(of: event, in: times) }
        }
    }
}
