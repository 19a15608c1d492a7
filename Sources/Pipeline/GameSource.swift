package import Crawler
package import Publisher
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
    /// In which its pages are published, the first at the plain address.
    package let languages: [Language]
    /// Whether each player on a board has a page.
    package let hasPlayerPages: Bool

    package init(
        id: GameID, season: Season, crawl: SourceCrawl, eventsRefresh: Duration, featuredRanks: [Int] = [],
        languages: [Language] = [.english], hasPlayerPages: Bool = true
    ) {
        self.hasPlayerPages = hasPlayerPages
        self.languages = languages
        self.featuredRanks = featuredRanks
        self.id = id
        self.season = season
        self.crawl = crawl
        self.eventsRefresh = eventsRefresh
    }
}
