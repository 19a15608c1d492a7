import Rankings

/// One value of `events/all.5.json`, whose keys are the events' ids. All that differs between servers is an array by
/// server with null where the event was not held; times are Unix milliseconds as text.
struct BestdoriEvent: Decodable {
    /// How long the tracker goes on after the end: what it saw last is the result, and it may come late.
    private static let correctedFor = Duration.hours(24)

    let eventType: String
    let eventName: [String?]
    let startAt: [UpstreamNumber?]
    let endAt: [UpstreamNumber?]

    /// - Returns: nil where the server does not hold it, or not yet.
    func event(id: String, of game: GameID, on server: BestdoriServer) -> Event? {
        guard let starts = instant(startAt, server), let last = instant(endAt, server) else { return nil }
        let name = element(eventName, server) ?? eventName.lazy.compactMap(\.self).first ?? id
        let ends = last.afterLastCounted
        return Event(
            game: game, upstreamID: id, name: name, kind: eventType,
            times: EventTimes(starts: starts, ends: ends, announces: ends, closes: ends + Self.correctedFor),
            boards: [.main])
    }

    private func instant(_ values: [UpstreamNumber?], _ server: BestdoriServer) -> Instant? {
        element(values, server).flatMap { Int64($0.text) }.map(Instant.init(upstreamMilliseconds:))
    }

    private func element<Value>(_ values: [Value?], _ server: BestdoriServer) -> Value? {
        values.indices.contains(server.rawValue) ? values[server.rawValue] : nil
    }
}
