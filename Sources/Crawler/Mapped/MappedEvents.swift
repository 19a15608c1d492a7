import Rankings

/// How an upstream lists its events, as the configuration describes it.
package struct MappedEvents: Hashable, Sendable {
    /// What the upstream does not say of an event's kind.
    private static let standardKind = "event"

    package let path: String
    /// To a list or an object of events.
    package let rows: JSONPath
    package let id: JSONPath
    package let name: JSONPath
    package let kind: JSONPath?
    package let starts: JSONPath
    package let ends: JSONPath
    /// nil: the result is out at the end.
    package let announces: JSONPath?
    /// nil: nothing is corrected after the announcement.
    package let closes: JSONPath?
    package let timeFormat: TimeFormat
    /// `ends` is the last second that counts, not the first that does not.
    package let isEndIncluded: Bool

    package init(
        path: String, rows: JSONPath, id: JSONPath, name: JSONPath, kind: JSONPath? = nil, starts: JSONPath,
        ends: JSONPath, announces: JSONPath? = nil, closes: JSONPath? = nil, timeFormat: TimeFormat,
        isEndIncluded: Bool = false
    ) {
        self.path = path
        self.rows = rows
        self.id = id
        self.name = name
        self.kind = kind
        self.starts = starts
        self.ends = ends
        self.announces = announces
        self.closes = closes
        self.timeFormat = timeFormat
        self.isEndIncluded = isEndIncluded
    }

    /// - Throws: `UpstreamError.malformed` where there is no list of events, or not one of its rows is understood.
    func events(
        in document: JSONValue, of game: GameID, boards: [StandardBoard]
    ) throws(UpstreamError) -> [Event] {
        guard let rows = MappedRow.rows(at: rows, in: document) else {
            throw .malformed("no list at \(self.rows.description)")
        }
        let understood = rows.compactMap { event($0, of: game, boards: boards) }
        if understood.isEmpty, let first = rows.first {
            throw .malformed("an event lacks \(missing(in: first) ?? "times in their order")")
        }
        return understood
    }

    private func event(_ row: MappedRow, of game: GameID, boards: [StandardBoard]) -> Event? {
        guard let id = row.value(id)?.words, let name = row.value(name)?.words, let starts = instant(starts, in: row),
            let last = instant(ends, in: row)
        else { return nil }
        let ends = isEndIncluded ? last.afterLastCounted : last
        let announces = announces.flatMap { instant($0, in: row) } ?? ends
        return Event(
            game: game, upstreamID: id, name: name, kind: kind.flatMap { row.value($0)?.words } ?? Self.standardKind,
            times: EventTimes(
                starts: starts, ends: ends, announces: announces,
                closes: closes.flatMap { instant($0, in: row) } ?? announces),
            boards: boards)
    }

    private func instant(_ path: JSONPath, in row: MappedRow) -> Instant? {
        row.value(path).flatMap(timeFormat.instant)
    }

    private func missing(in row: MappedRow) -> String? {
        if row.value(id)?.words == nil { return "an id at \(id.description)" }
        if row.value(name)?.words == nil { return "a name at \(name.description)" }
        let times = [starts, ends].first { instant($0, in: row) == nil }
        return times.map { "a time (\(timeFormat.rawValue)) at \($0.description)" }
    }
}
