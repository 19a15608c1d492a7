/// A timed contest of a game.
package struct Event: Hashable, Sendable {
    package let id: EventID
    package let game: GameID
    /// The upstream's own name of the event, used in its URLs.
    package let upstreamID: String
    package let name: String
    /// The upstream's word for its kind, e.g. `marathon`, `world_bloom`. Forecasts learn from events of the same kind.
    package let kind: String
    package let times: EventTimes
    /// The whole event and its chapters, in the order they are shown; never empty.
    package let boards: [Board]

    package init(
        id: EventID, game: GameID, upstreamID: String, name: String, kind: String, times: EventTimes, boards: [Board]
    ) {
        self.id = id
        self.game = game
        self.upstreamID = upstreamID
        self.name = name
        self.kind = kind
        self.times = times
        self.boards = boards
    }
}
