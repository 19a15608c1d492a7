package import Rankings

/// An upstream whose events the configuration lists: it is asked for rankings alone.
package struct ConfiguredEvents: Upstream {
    private let upstream: any Upstream
    private let events: [Event]

    package init(_ upstream: any Upstream, events: [Event]) {
        self.upstream = upstream
        self.events = events
    }

    package var eventRequests: [UpstreamRequest] { [] }

    package func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event] { events }

    package func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest] {
        upstream.rankingRequests(for: event, at: slot)
    }

    package func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard] {
        try upstream.boards(in: body, answering: request, event: event)
    }
}
