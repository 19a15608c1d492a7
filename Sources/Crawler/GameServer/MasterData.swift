import Rankings

/// The list of events of the Project SEKAI family: the master data `events.json` and `worldBlooms.json`, always JSON.
struct MasterData: Sendable {
    let game: GameID
    /// The address of the server that has them; nil for the game's own, below `/master`.
    let elsewhere: String?

    var requests: [UpstreamRequest] {
        ["events.json", "worldBlooms.json"].map { file in
            UpstreamRequest(path: elsewhere == nil ? "/master/\(file)" : "/\(file)", elsewhere: elsewhere)
        }
    }

    /// - Parameter withChapters: whether the upstream shows the boards of chapters.
    func events(from bodies: [[UInt8]], withChapters: Bool = true) throws(UpstreamError) -> [Event] {
        guard bodies.count == 2 else { throw .malformed("an event list is two answers") }
        let events = try decode([GameServerEvent].self, from: bodies[0])
        let chapters = Dictionary(grouping: try decode([GameServerChapter].self, from: bodies[1]), by: \.eventId)
        return events.compactMap { $0.event(of: game, chapters: withChapters ? chapters[$0.id] ?? [] : []) }
    }
}
