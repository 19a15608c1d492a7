/// What the answers of a JSON API mean. Paths into a document are written with dots.
package struct MappedSettings: Hashable, Sendable {
    /// Which parts of a board an answer shows.
    package enum Shown: String, Hashable, Sendable, CaseIterable {
        case entries, borders, both
    }

    /// How instants are written.
    package enum TimeFormat: String, Hashable, Sendable, CaseIterable {
        case unixSeconds = "unix-seconds"
        case unixMilliseconds = "unix-milliseconds"
        case rfc3339
    }

    /// What a request's path may hold in braces.
    static let placeholders = ["event", "rank", "ranks", "unix", "unix_ms", "rfc3339"]

    /// One kind of request.
    package struct Request: Hashable, Sendable {
        package var path: String
        package var board: String
        package var shows: Shown
        package var rows: String?
        package var rank: String?
        package var score: String
        package var player: String?
        package var name: String?
        package var time: String?
        package var rowTime: String?
        package var timeFormat: TimeFormat
        package var event: String?
        package var rowEvent: String?
        package var lastEntry: Int
    }

    /// The list of events.
    package struct Events: Hashable, Sendable {
        package var path: String
        package var rows: String
        package var id: String
        package var name: String
        package var kind: String?
        package var starts: String
        package var ends: String
        package var announces: String?
        package var closes: String?
        package var timeFormat: TimeFormat
        package var isEndIncluded: Bool
    }

    package var requests: [Request]
    /// nil where the configuration lists the events.
    package var events: Events?
}
