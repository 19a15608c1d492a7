package import Crawler
package import Rankings

/// One configured game: its rules in time and the way to its upstream.
package struct GameSource: Sendable {
    package let id: GameID
    package let season: Season
    package let crawl: SourceCrawl
    /// How long a list of events counts as fresh.
    package let eventsRefresh: Duration
    /// Ranks whose charts its pages show first.
    package let featuredRanks: [Int]

    package init(
        id: GameID, season: Season, crawl: SourceCrawl, eventsRefresh: Duration, featuredRanks: [Int] = []
    ) {
        self.featuredRanks = featuredRanks
        self.id = id
        self.season = season
        self.crawl = crawl
        self.eventsRefresh = eventsRefresh
    }
}
