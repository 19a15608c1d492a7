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

/// When an event starts, stops counting, announces its results and closes for good; in this order.
package struct EventTimes: Hashable, Sendable {
    package let starts: Instant
    /// The end of scoring: the first instant at which nothing counts any more.
    package let ends: Instant
    /// From here on the upstream shows the tallied result; equal to `ends` where it shows it at once.
    package let announces: Instant
    /// After this the upstream corrects nothing any more.
    package let closes: Instant

    package init(starts: Instant, ends: Instant, announces: Instant, closes: Instant) {
        self.starts = starts
        self.ends = ends
        self.announces = announces
        self.closes = closes
    }
}

/// One ranked list of an event.
package struct Board: Hashable, Sendable {
    package let id: BoardID
    package let title: String
    /// The chapter's own times within the event, or the event's.
    package let times: EventTimes
    package let rules: BoardRules

    package init(id: BoardID, title: String, times: EventTimes, rules: BoardRules = BoardRules()) {
        self.id = id
        self.title = title
        self.times = times
        self.rules = rules
    }

    /// Boards that are alike across events: every chapter is of the class `chapter`.
    package var boardClass: String { Self.boardClass(ofName: id.name) }

    package static func boardClass(ofName name: String) -> String { name.hasPrefix("chapter") ? "chapter" : name }
}

/// How scores on a board behave.
package struct BoardRules: Hashable, Sendable {
    /// Scores never fall while the event runs.
    package let isMonotone: Bool
    /// Scores are integers of 1/scale points; 1 where the game counts whole points.
    package let scale: Int

    package init(isMonotone: Bool = true, scale: Int = 1) {
        self.isMonotone = isMonotone
        self.scale = scale
    }
}
