import Publisher
import Rankings

/// The front page as this process published it last, so that a minute in which nothing happened publishes nothing.
actor PublishedSite {
    private var last: SiteOverview?

    /// Whether the site differs from the published one in more than its minute.
    func isNews(_ site: SiteOverview) -> Bool { last != timeless(site) }

    /// Remembers the site; called once its files are readable.
    func note(_ site: SiteOverview) { last = timeless(site) }

    private func timeless(_ site: SiteOverview) -> SiteOverview {
        SiteOverview(
            slot: Slot(unixMinute: 0), live: site.live, past: site.past, publicationDelay: site.publicationDelay,
            scored: site.scored, languages: site.languages,
            upcoming: site.upcoming)
    }
}
