/// What a client can ask the game server.
package enum GameRequest: Hashable, Sendable {
    /// `master/events.json`
    case events
    /// `master/worldBlooms.json`
    case worldBlooms
    /// `api/user/{self}/event/{event}/ranking?rankingViewType=top100`
    case top100(event: Int)
    /// `api/event/{event}/ranking-border`
    case borders(event: Int)

    /// A short name for logs.
    package var kind: String {
        switch self {
        case .events: "events"
        case .worldBlooms: "worldBlooms"
        case .top100: "top100"
        case .borders: "border"
        }
    }

    /// The event whose ranking is asked for; nil for master data.
    package var event: Int? {
        switch self {
        case .events, .worldBlooms: nil
        case .top100(let event), .borders(let event): event
        }
    }
}
