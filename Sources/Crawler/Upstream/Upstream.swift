package import Rankings

/// A game as it is asked and understood: which requests a slot needs and what the answers mean. Pure: nothing is
/// fetched here.
package protocol Upstream: Sendable {
    /// The requests that together list the game's events and chapters; none where the configuration does.
    var eventRequests: [UpstreamRequest] { get }

    /// The events in the answers to `eventRequests`, given in that order.
    func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event]

    /// The requests that together show every board of an event.
    func rankingRequests(for event: Event) -> [RankingRequest]

    /// What the answer to one ranking request shows of each board; boards the event does not have are left out.
    ///
    /// - Throws: `UpstreamError` where the body is not what this request answers, or belongs to another event.
    func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard]
}
