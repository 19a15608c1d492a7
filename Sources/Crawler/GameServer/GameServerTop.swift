import Rankings

/// The answer to `ranking?rankingViewType=top100`.
struct GameServerTop: Decodable {
    struct Chapter: Decodable {
        let eventId: Int
        let gameCharacterId: Int?
        let isWorldBloomChapterAggregate: Bool
        let rankings: [GameServerRow]
    }

    let isEventAggregate: Bool
    let rankings: [GameServerRow]
    let userWorldBloomChapterRankings: [Chapter]?

    func boards(of event: Event) throws(UpstreamError) -> [BoardID: ShownBoard] {
        var boards: [BoardID: ShownBoard] = [:]
        boards[BoardID(event: event.id, name: "main")] = try part(rankings, isCounting: isEventAggregate)
        for chapter in userWorldBloomChapterRankings ?? [] {
            guard String(chapter.eventId) == event.upstreamID else {
                throw .anotherEvent(expected: event.upstreamID, found: String(chapter.eventId))
            }
            let name = GameServerChapter.boardName(character: chapter.gameCharacterId)
            boards[BoardID(event: event.id, name: name)] = try part(
                chapter.rankings, isCounting: chapter.isWorldBloomChapterAggregate)
        }
        return boards
    }

    private func part(_ rows: [GameServerRow], isCounting: Bool) throws(UpstreamError) -> ShownBoard {
        if isCounting { return .counting }
        var entries: [Entry] = []
        for (place, row) in rows.enumerated() { entries.append(try row.entry(at: place)) }
        return ShownBoard(entries: entries)
    }
}
