package import Crawler
package import Logging
package import Publisher
package import Rankings
package import Storage
package import Telemetry

/// One minute, from the claim of a slot to the edition that readers see. Every step can also be run alone.
package struct Pipeline: Sendable {
    /// The bounds of a tick.
    package struct Limits: Hashable, Sendable {
        /// Events that are recorded and published side by side.
        package let eventsAtOnce: Int
        /// Lists of events that are read side by side.
        static let listsAtOnce = 64
        /// Events whose minute is under way: those that are waited for included, which take no place from others.
        static let eventsUnderWay = 64
        /// How long a claim holds that is not renewed, before another process may take it over: long enough for a
        /// renewal that is late, short enough to read the board within its slot.
        static let lease = Duration.seconds(15)
        /// How often claims are renewed.
        static let renewal = Duration.seconds(4)
        /// What a crawl that begins late in its minute may take at least.
        static let leastCrawl = Duration.seconds(5)
        /// How long after the start of its slot what was read is still tried to be recorded, where the database does
        /// not answer.
        static let recording = Duration.seconds(55)
        /// The pause before the database is tried again; it doubles each time.
        static let firstPause = Duration.milliseconds(250)
        /// The longest such pause: a database that is back is noticed within it.
        static let longestPause = Duration.seconds(4)

        /// When a crawl gives up, from the start of its slot.
        package let crawl: Duration
        /// How often a board that another process reads is looked at again; nil where that is not waited for.
        package let watch: Duration?
        /// The most finished boards that forecasts learn from; each takes about 100 KB of memory.
        package let finishedBoards: Int

        /// Minutes between the forecasts of a board.
        package let forecastMinutes: Int

        package init(
            eventsAtOnce: Int = 16, crawl: Duration = .seconds(45), watch: Duration? = .seconds(2),
            finishedBoards: Int = 60, forecastMinutes: Int = 15
        ) {
            self.forecastMinutes = forecastMinutes
            self.eventsAtOnce = eventsAtOnce
            self.crawl = crawl
            self.watch = watch
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
    /// nil where no cache is told of what changed, or another part does it.
    let purges: PurgeNotes?
    let metrics: Metrics
    let logger: Logger
    let history = FinishedHistoryCache()
    let published = PublishedSite()
    let judged = JudgedBoards()
    let placements = PastPlacements()
    let places: Places

    package init(
        store: Store, games: [GameSource], acceptance: Acceptance, renderer: PageRenderer, output: FolderWriter,
        time: any TimeSource, limits: Limits, refusedBodies: RefusedBodies? = nil, purges: PurgeNotes? = nil,
        metrics: Metrics = Metrics(), logger: Logger
    ) {
        self.refusedBodies = refusedBodies
        self.purges = purges
        self.metrics = metrics
        self.store = store
        self.games = games
        self.acceptance = acceptance
        self.renderer = renderer
        self.output = output
        self.time = time
        self.limits = limits
        places = Places(limits.eventsAtOnce)
        self.logger = logger
    }

    func source(of event: Event) -> GameSource? { games.first { $0.id == event.game } }

    /// The rules in time of an event's game; those of a minute's cadence where the game is not configured.
    func season(of event: Event) -> Season { source(of: event)?.season ?? Season() }
}
