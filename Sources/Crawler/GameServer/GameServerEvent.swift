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
        let id = EventID(game: game, upstreamID: String(self.id))
        let times = EventTimes(
            starts: Instant(unixMilliseconds: startAt), ends: scoringEnd(lastCounted: aggregateAt),
            announces: Instant(unixMilliseconds: rankingAnnounceAt), closes: Instant(unixMilliseconds: closedAt))
        guard times.starts < times.ends, times.ends <= times.announces, times.announces <= times.closes else {
            return nil
        }
        let main = Board(id: BoardID(event: id, name: "main"), title: Board.wholeEventTitle, times: times)
        let others = chapters.sorted { $0.chapterNo < $1.chapterNo }.map { $0.board(of: id, in: times) }
        return Event(
            id: id, game: game, upstreamID: String(self.id), name: name, kind: eventType, times: times,
            boards: [main] + others)
    }
}

/// The instant after the last counted second (`hh:59:59.000` counts to the full hour).
func scoringEnd(lastCounted milliseconds: Int64) -> Instant {
    Instant(unixSeconds: milliseconds.flooredDivision(by: 1000) + 1)
}
