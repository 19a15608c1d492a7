package import Rankings

/// A game as it is asked and understood: which requests a slot needs and what the answers mean. Pure: nothing is
/// fetched here.
package protocol Upstream: Sendable {
    /// The requests that together list the game's events and chapters; none where the configuration does.
    var eventRequests: [UpstreamRequest] { get }

    /// The events in the answers to `eventRequests`, given in that order. Those whose times are not settled are left
    /// out.
    func events(from bodies: [[UInt8]]) throws(UpstreamError) -> [Event]

    /// The requests that together show every board of an event. A part of a board that none of them shows is one that
    /// the upstream does not have.
    ///
    /// - Parameter slot: the slot they are for: where an answer is a history, only its end is asked for.
    func rankingRequests(for event: Event, at slot: Slot) -> [RankingRequest]

    /// What the answer to one ranking request shows of each board. It may show boards that the event
    /// does not have.
    ///
    /// - Throws: `UpstreamError` where the body is not what this request answers, or belongs to another event.
    func boards(
        in body: [UInt8], answering request: RankingRequest, event: Event
    ) throws(UpstreamError) -> [BoardID: ShownBoard]
}
