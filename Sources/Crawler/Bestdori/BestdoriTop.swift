import Rankings

/// The answer to `/api/eventtop/data`: points by player and time, and the players. The `rank` of a user is a level, not
/// a place.
struct BestdoriTop: Decodable {
    struct Point: Decodable {
        /// Unix milliseconds.
        let time: Int64
        let uid: UpstreamNumber
        let value: Int64
    }

    struct User: Decodable {
        let uid: UpstreamNumber
        let name: String?
    }

    let points: [Point]?
    let users: [User]?

    /// The players of the newest time, best first, ranked in that order.
    ///
    /// - Returns: nil where the tracker has nothing.
    func shown() throws(UpstreamError) -> ShownBoard? {
        let points = points ?? []
        guard let newest = points.map(\.time).max() else { return nil }
        let names = Dictionary((users ?? []).map { ($0.uid, $0.name) }) { first, _ in first }
        let shown = points.filter { $0.time == newest }
            .enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
        var entries: [Entry] = []
        for (place, point) in shown.enumerated() {
            entries.append(
                try Entry(
                    rank: place + 1, id: point.uid.text, name: names[point.uid] ?? nil, score: point.value,
                    place: "uid of place \(place + 1)"))
        }
        let older = points.count - shown.count
        return ShownBoard(
            entries: entries, shownAt: Instant(upstreamMilliseconds: newest),
            dropped: older > 0 ? ["of an older time": older] : [:])
    }
}
