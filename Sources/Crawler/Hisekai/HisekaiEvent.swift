import Rankings

/// One element of `/event/list`. Times are RFC 3339; scoring ends with the second of `aggregate_at`.
struct HisekaiEvent: Decodable {
    /// hisekai does not say what kind an event is.
    private static let kind = "event"

    let id: Int
    let name: String
    let start_at: UpstreamInstant
    let aggregate_at: UpstreamInstant
    let ranking_announce_at: UpstreamInstant
    let closed_at: UpstreamInstant

    func event(of game: GameID) -> Event? {
        Event(
            game: game, upstreamID: String(id), name: name, kind: Self.kind,
            times: EventTimes(
                starts: start_at.instant, ends: aggregate_at.instant.afterLastCounted,
                announces: ranking_announce_at.instant, closes: closed_at.instant),
            boards: [.main])
    }
}
