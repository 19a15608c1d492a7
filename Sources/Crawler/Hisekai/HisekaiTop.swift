import Rankings

/// The answer to `/event/live/top100`.
struct HisekaiTop: Decodable {
    let id: Int
    let top_100_player_rankings: [HisekaiRow]

    func shown(of event: Event) throws(UpstreamError) -> ShownBoard {
        guard String(id) == event.upstreamID else {
            throw .anotherEvent(expected: event.upstreamID, found: String(id))
        }
        var entries: [Entry] = []
        for (place, row) in top_100_player_rankings.enumerated() { entries.append(try row.entry(at: place)) }
        return ShownBoard(entries: entries)
    }
}

/// The answer to `/event/live/border`.
struct HisekaiBorders: Decodable {
    let id: Int
    let border_player_rankings: [HisekaiRow]

    func shown(of event: Event) throws(UpstreamError) -> ShownBoard {
        guard String(id) == event.upstreamID else {
            throw .anotherEvent(expected: event.upstreamID, found: String(id))
        }
        return ShownBoard(borders: border_player_rankings.map { Border(rank: $0.rank, score: $0.score) })
    }
}

/// One player of either list. When the player last played is no time of the data.
struct HisekaiRow: Decodable {
    struct Player: Decodable {
        struct Profile: Decodable {
            let id: UpstreamNumber?
        }

        let profile: Profile?
    }

    let rank: Int
    let score: Int64
    let name: String?
    let last_player_info: Player?

    func entry(at place: Int) throws(UpstreamError) -> Entry {
        let path = ".top_100_player_rankings[\(place)].last_player_info.profile"
        guard let id = last_player_info?.profile?.id else { throw .malformed("\(path) lacks id") }
        return try Entry(rank: rank, id: id.text, name: name, score: score, place: "\(path).id")
    }
}
