import Rankings

/// One element of `/events`. Times are RFC 3339; scoring ends with the second of `endAt`.
struct MatsurihiEvent: Decodable {
    struct Schedule: Decodable {
        let beginAt: UpstreamInstant?
        let endAt: UpstreamInstant?
    }

    /// How long results are read again: the last aggregation comes after the end, and corrections within a day.
    private static let correctedFor = Duration.hours(24)

    let id: Int
    /// 3 is a Platinum Star Theater, 4 a Platinum Star Tour.
    let type: Int
    let name: String
    let schedule: Schedule

    /// - Returns: nil where its times are not set.
    func event(of game: GameID, boards: [StandardBoard]) -> Event? {
        guard let starts = schedule.beginAt?.instant, let last = schedule.endAt?.instant else { return nil }
        let ends = last.afterLastCounted
        return Event(
            game: game, upstreamID: String(id), name: name, kind: "type-\(type)",
            times: EventTimes(starts: starts, ends: ends, announces: ends, closes: ends + Self.correctedFor),
            boards: boards)
    }
}
