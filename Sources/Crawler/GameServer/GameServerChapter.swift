import Rankings

/// One element of the master data `worldBlooms.json`: a chapter of an event with times of its own.
struct GameServerChapter: Decodable {
    let eventId: Int
    /// nil for the finale, which has no character.
    let gameCharacterId: Int?
    let chapterNo: Int
    let chapterStartAt: Int64
    let aggregateAt: Int64
    let chapterEndAt: Int64

    static func boardName(character: Int?) -> String { character.map { "chapter-\($0)" } ?? "chapter-finale" }

    /// A chapter is announced as long after its end as the event is after its own, and closes with the event.
    func board(of event: EventID, in times: EventTimes) -> Board {
        let ends = Instant(upstreamMilliseconds: aggregateAt).afterLastCounted
        let announces = ends + (times.announces - times.ends)
        return Board(
            id: BoardID(event: event, name: Self.boardName(character: gameCharacterId)),
            title: gameCharacterId == nil ? "Finale" : "Chapter \(chapterNo)",
            times: EventTimes(
                starts: Instant(upstreamMilliseconds: chapterStartAt), ends: ends, announces: announces,
                closes: max(announces, times.closes)))
    }
}
