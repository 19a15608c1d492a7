import Rankings

/// The answer to `ranking-border`. It repeats rank 100, and low ranks are missing until that many players exist.
struct GameServerBorders: Decodable {
    struct Chapter: Decodable {
        let eventId: Int
        let gameCharacterId: Int?
        let isWorldBloomChapterAggregate: Bool
        let borderRankings: [GameServerRow]
    }

    let eventId: Int
    let isEventAggregate: Bool
    let borderRankings: [GameServerRow]
    let userWorldBloomChapterRankingBorders: [Chapter]?

    func boards(of event: Event) throws(UpstreamError) -> [BoardID: ShownBoard] {
        guard String(eventId) == event.upstreamID else {
            throw .anotherEvent(expected: event.upstreamID, found: String(eventId))
        }
        var boards: [BoardID: ShownBoard] = [:]
        boards[BoardID(event: event.id, name: "main")] = part(borderRankings, isCounting: isEventAggregate)
        for chapter in userWorldBloomChapterRankingBorders ?? [] {
            let name = GameServerChapter.boardName(character: chapter.gameCharacterId)
            boards[BoardID(event: event.id, name: name)] = part(
                chapter.borderRankings, isCounting: chapter.isWorldBloomChapterAggregate)
        }
        return boards
    }

    private func part(_ rows: [GameServerRow], isCounting: Bool) -> ShownBoard {
        if isCounting { return .counting }
        return ShownBoard(borders: rows.map { Border(rank: $0.rank, score: $0.score) })
    }
}
