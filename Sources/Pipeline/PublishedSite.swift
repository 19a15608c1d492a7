import Publisher
import Rankings

/// The front page as this process published it last, so that a minute in which nothing happened publishes nothing.
actor PublishedSite {
    private var last: SiteOverview?

    /// Whether the site differs from the last one in more than its minute; then it counts as published.
    func isNews(_ site: SiteOverview) -> Bool {
        let timeless = SiteOverview(
            slot: Slot(unixMinute: 0), live: site.live, past: site.past, publicationDelay: site.publicationDelay)
        defer { last = timeless }
        return last != timeless
    }
}
