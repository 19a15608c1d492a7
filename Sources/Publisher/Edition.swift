package import Activity
package import Rankings

/// Everything that is published about one board for one slot. A value: whoever renders it needs nothing else, so the
/// same edition gives the same bytes on any day.
package struct Edition: Hashable, Sendable {
    package let event: Event
    package let board: Board
    package let phase: Season.Phase
    package let standing: Standing
    /// What became of the slot; `missed` and `refused` repeat the standing of `standing.asOf`.
    package let outcome: SlotOutcome
    /// Gains over 1, 3 and 24 hours, in this order.
    package let gains: [GainWindow]
    /// How the players played in the last hour; nil where readings are too far apart to tell games from one another,
    /// and where nobody plays.
    package let hour: PlayedHour?
    /// The newest forecast made at or before the slot; nil before the first.
    package let forecast: PublishedForecast?
    /// The hash in `series/<hash>.json`, the scores of the board's time so far; nil before the first sample.
    package let series: String?
    /// The slot of the next edition; nil once the board is over.
    package let next: Slot?
    /// Ranks whose charts the page shows first, in this order; part of the page alone.
    package let featuredRanks: [Int]
    /// When the players of a past event were removed, whose standing is its borders alone; nil where they are kept.
    package let playersRemoved: Instant?
    /// In which the page is published, the first at the plain address; part of the page alone.
    package let languages: [Language]
    /// Whether its players have pages.
    package let hasPlayerPages: Bool
    /// What became of the forecasts of this game's finished boards; part of the page alone.
    package let judged: [ScoredBoard]

    package init(
        event: Event, board: Board, phase: Season.Phase, standing: Standing, outcome: SlotOutcome, gains: [GainWindow],
        hour: PlayedHour? = nil, forecast: PublishedForecast?, series: String? = nil, next: Slot?,
        featuredRanks: [Int] = [], playersRemoved: Instant? = nil, judged: [ScoredBoard] = [],
        languages: [Language] = [.english], hasPlayerPages: Bool = true
    ) {
        self.hasPlayerPages = hasPlayerPages
        self.judged = judged
        self.languages = languages.isEmpty ? [.english] : languages
        self.hour = hour
        self.playersRemoved = playersRemoved
        self.featuredRanks = featuredRanks
        self.event = event
        self.board = board
        self.phase = phase
        self.standing = standing
        self.outcome = outcome
        self.gains = gains
        self.forecast = forecast
        self.series = series
        self.next = next
    }

    package var slot: Slot { standing.slot }
}

/// What was gained over a window of time that ends at the edition's slot, and how much of the window was seen.
package struct GainWindow: Hashable, Sendable {
    package let hours: Int
    package let coverage: Coverage
    /// Points gained by each player who was on the board at both ends; absent where they were not.
    package let players: [Pseudonym: Int64]
    /// Points gained at each border known at both ends, by rank.
    package let borders: [Int: Int64]

    package init(hours: Int, coverage: Coverage, players: [Pseudonym: Int64], borders: [Int: Int64]) {
        self.hours = hours
        self.coverage = coverage
        self.players = players
        self.borders = borders
    }
}

/// A forecast together with the name of the file that holds it in full.
package struct PublishedForecast: Hashable, Sendable {
    package let forecast: BoardForecast
    /// The hash in `forecast/<hash>.json`, and in `forecast/<hash>.svg`, its charts.
    package let document: String

    /// The ranks that have a chart under that hash, ascending; also those without numbers.
    package let chartRanks: [Int]
    /// Of the borders that are forecast, by rank; those whose basis was not kept have none.
    package let outlooks: [BorderOutlook]

    package init(
        forecast: BoardForecast, document: String, chartRanks: [Int], outlooks: [BorderOutlook] = []
    ) {
        self.forecast = forecast
        self.document = document
        self.chartRanks = chartRanks
        self.outlooks = outlooks
    }
}

/// What `forecast/<hash>.json` and the charts are made of: a forecast and the course of each border until then.
package struct ForecastReport: Hashable, Sendable {
    package let board: Board
    package let forecast: BoardForecast
    /// The course of each border, by rank, at most one point an hour, up to `forecast.madeAt`.
    package let courses: [BorderCourse]
    /// Of the borders that are forecast, by rank.
    package let outlooks: [BorderOutlook]
    /// Of the single ranks of the top list, by rank; empty where none is forecast.
    package let entries: [EntryForecast]

    package init(
        board: Board, forecast: BoardForecast, courses: [BorderCourse], outlooks: [BorderOutlook] = [],
        entries: [EntryForecast] = []
    ) {
        self.board = board
        self.forecast = forecast
        self.courses = courses
        self.outlooks = outlooks
        self.entries = entries
    }
}
