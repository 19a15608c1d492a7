import Crawler
import Settings

extension MappedRequest {
    init(_ settings: MappedSettings.Request) {
        let parts: Set<RankingPart> =
            switch settings.shows {
            case .entries: [.entries]
            case .borders: [.borders]
            case .both: [.entries, .borders]
            }
        self.init(
            path: PathTemplate(settings.path), board: settings.board, parts: parts,
            rows: settings.rows.map { JSONPath($0) }, rank: settings.rank.map { JSONPath($0) },
            score: JSONPath(settings.score), player: settings.player.map { JSONPath($0) },
            name: settings.name.map { JSONPath($0) }, time: settings.time.map { JSONPath($0) },
            rowTime: settings.rowTime.map { JSONPath($0) }, timeFormat: TimeFormat(settings.timeFormat),
            event: settings.event.map { JSONPath($0) }, rowEvent: settings.rowEvent.map { JSONPath($0) },
            lastEntry: settings.lastEntry)
    }
}

extension MappedEvents {
    init(_ settings: MappedSettings.Events) {
        self.init(
            path: settings.path, rows: JSONPath(settings.rows), id: JSONPath(settings.id),
            name: JSONPath(settings.name),
            kind: settings.kind.map { JSONPath($0) }, starts: JSONPath(settings.starts), ends: JSONPath(settings.ends),
            announces: settings.announces.map { JSONPath($0) }, closes: settings.closes.map { JSONPath($0) },
            timeFormat: TimeFormat(settings.timeFormat), isEndIncluded: settings.isEndIncluded)
    }
}

extension TimeFormat {
    init(_ settings: MappedSettings.TimeFormat) {
        switch settings {
        case .unixSeconds: self = .unixSeconds
        case .unixMilliseconds: self = .unixMilliseconds
        case .rfc3339: self = .rfc3339
        }
    }
}
