package import Rankings

/// One event as the site's own pages show it.
package struct SiteEvent: Hashable, Sendable {
    package let event: Event
    /// In the order of `event.boards`; boards without an edition are left out.
    package let boards: [SiteBoard]

    package init(event: Event, boards: [SiteBoard]) {
        self.event = event
        self.boards = boards
    }
}
