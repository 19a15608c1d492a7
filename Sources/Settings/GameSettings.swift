package import Rankings

/// One upstream that is crawled.
package struct GameSettings: Hashable, Sendable {
    /// How an upstream talks.
    package enum Adapter: String, Hashable, Sendable, CaseIterable {
        case gameServer = "game-server"
    }

    package var id: GameID
    package var name: String
    package var adapter: Adapter
    /// The address requests start from, without a final slash.
    package var url: String
    /// Our own user there: a part of the path of some requests.
    package var user: String
    /// Whole minutes that divide an hour.
    package var cadence: Duration
    /// Ranks shown first, ascending, each once. Empty: none is.
    package var featuredRanks: [Int]
    /// Sent with each request, by the header's name.
    package var headers: [String: Secret]
    /// How often the list of events is read again.
    package var eventsRefresh: Duration
    /// How long an event's players are kept after its close; nil is for ever.
    package var keepPlayers: Duration?

    /// The cadence in minutes.
    package var cadenceMinutes: Int { Int(cadence / .seconds(60)) }
}
