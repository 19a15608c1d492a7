package import Rankings

/// What the pages of the whole site are made of: every event that runs or ran lately, newest first.
package struct SiteOverview: Hashable, Sendable {
    /// The slot the overview is of.
    package let slot: Slot
    /// Events with a board that is not closed, the one that ends first at the top.
    package let live: [SiteEvent]
    /// Events that have not begun, the next first; part of pages and calendar alone.
    package let upcoming: [Event]
    /// Events that are over, newest first.
    package let past: [SiteEvent]
    /// From the start of a slot to its edition, 90th percentile of the last hour; nil before the first.
    package let publicationDelay: Duration?
    /// Boards whose forecasts were judged, the one that ended last first.
    package let scored: [ScoredBoard]
    /// In which the page is published, the first at the plain address.
    package let languages: [Language]

    package init(
        slot: Slot, live: [SiteEvent], past: [SiteEvent], publicationDelay: Duration?, scored: [ScoredBoard] = [],
        languages: [Language] = [.english], upcoming: [Event] = []
    ) {
        self.upcoming = upcoming
        self.languages = languages.isEmpty ? [.english] : languages
        self.slot = slot
        self.live = live
        self.past = past
        self.publicationDelay = publicationDelay
        self.scored = scored
    }
}
