package import Rankings

/// One upstream that is crawled.
package struct GameSettings: Hashable, Sendable {
    /// How an upstream talks.
    package enum Adapter: String, Hashable, Sendable, CaseIterable {
        case gameServer = "game-server"
        case sekaiBest = "sekai-best"
        case hisekai
        case bestdori
        case matsurihi
        case mapped
        case house
    }

    /// The regions of games that are run by several servers.
    package static let regions = ["jp", "en", "tw", "kr", "cn"]
    /// The languages pages can be in.
    package static let languages = ["en", "ja", "ko", "zh-Hans", "zh-Hant"]

    package var id: GameID
    package var name: String
    package var adapter: Adapter
    /// The address requests start from, without a final slash; empty for boards of one's own.
    package var url: String
    /// Our own user there: a part of the path of some requests.
    package var user: String
    /// One of `regions`.
    package var region = "jp"
    /// Whole minutes that divide an hour; nil: what the adapter's data deserves.
    package var cadence: Duration?
    /// Ranks that are asked for one by one, ascending, each once. Empty: the adapter's own.
    package var ranks: [Int] = []
    /// Ranks shown first, ascending, each once. Empty: none is.
    package var featuredRanks: [Int]
    /// Codes of the languages of its pages, at least one, each once; the first at the plain address.
    package var languages = ["en"]
    /// Whether each player on a board has a page.
    package var hasPlayerPages = true
    /// Sent with each request, by the header's name.
    package var plainHeaders: [String: String] = [:]
    /// Sent with each request, by the header's name.
    package var headers: [String: Secret]
    /// How often the list of events is read again.
    package var eventsRefresh: Duration
    /// The address of the list of events, without a final slash; nil for the game's own.
    package var eventsURL: String?
    /// What bodies are encrypted with; nil where they are JSON.
    package var body: BodySettings?
    /// The boards every event has; empty: the adapter's own.
    package var boards: [BoardSettings] = []
    /// The game's events; empty where the upstream lists them.
    package var events: [EventSettings] = []
    /// What answers mean; nil unless the adapter is `mapped`.
    package var mapped: MappedSettings?
    /// How long an event's players are kept after its close; nil is for ever.
    package var keepPlayers: Duration?
    /// Further addresses that answer the same, without a final slash.
    package var mirrors: [String] = []
    /// The least time from one request to a host to the next; nil: what the cadence deserves.
    package var interval: Duration?
    /// The most requests to a host in one cadence; nil: the standard.
    package var burst: Int?
    /// nil where no login is needed.
    package var session: SessionSettings?

    /// The cadence in minutes; nil where none is given.
    package var cadenceMinutes: Int? { cadence.map { Int($0 / .seconds(60)) } }
}
