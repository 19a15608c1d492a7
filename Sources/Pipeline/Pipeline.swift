package import Crawler
package import Logging
package import Publisher
package import Rankings
package import Storage

/// One minute, from the claim of a slot to the edition that readers see. Every step can also be run alone.
package struct Pipeline: Sendable {
    /// The bounds of a tick.
    package struct Limits: Hashable, Sendable {
        /// Events that are crawled and published side by side.
        package let eventsAtOnce: Int
        /// How long a claim holds before another process may take it over: longer than a crawl may take.
        package let lease: Duration
        /// The most finished boards that forecasts learn from; each takes about 100 KB of memory.
        package let finishedBoards: Int

        /// Minutes between the forecasts of a board.
        package let forecastMinutes: Int

        package init(
            eventsAtOnce: Int = 16, lease: Duration = .seconds(55), finishedBoards: Int = 60, forecastMinutes: Int = 15
        ) {
            self.forecastMinutes = forecastMinutes
            self.eventsAtOnce = eventsAtOnce
            self.lease = lease
            self.finishedBoards = finishedBoards
        }
    }

    let store: Store
    let games: [GameSource]
    let acceptance: Acceptance
    let renderer: PageRenderer
    let output: FolderWriter
    let time: any TimeSource
    let limits: Limits
    /// nil keeps none.
    let refusedBodies: RefusedBodies?
    let logger: Logger
    let history = FinishedHistoryCache()
    let published = PublishedSite()

    package init(
        store: Store, games: [GameSource], acceptance: Acceptance, renderer: PageRenderer, output: FolderWriter,
        time: any TimeSource, limits: Limits, refusedBodies: RefusedBodies? = nil, logger: Logger
    ) {
        self.refusedBodies = refusedBodies
        self.store = store
        self.games = games
        self.acceptance = acceptance
        self.renderer = renderer
        self.output = output
        self.time = time
        self.limits = limits
        self.logger = logger
    }

    func source(of event: Event) -> GameSource? { games.first { $0.id == event.game } }

    /// The rules in time of an event's game; those of a minute's cadence where the game is not configured.
    func season(of event: Event) -> Season { source(of: event)?.season ?? Season() }
}
