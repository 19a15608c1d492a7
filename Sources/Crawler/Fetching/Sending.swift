package import Transfer

/// Brings a request to one of an upstream's hosts.
package protocol Sending: Sendable {
    /// - Parameter deadline: of the slot's crawl; requests with the same one belong to the same crawl.
    /// - Returns: whatever is answered, of any status.
    /// - Throws: `UpstreamError`, or `CancellationError`.
    func response(to request: OutgoingRequest, until deadline: ContinuousClock.Instant) async throws -> Response

    /// Takes the answer from an address for a failure of its host: the body was not what it should be.
    func reject(_ address: String, until deadline: ContinuousClock.Instant) async

    /// Keeps what was learned of the hosts.
    func settle() async
}
