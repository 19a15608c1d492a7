/// Sends an upstream's requests: chooses the address, keeps the session and the pace.
package protocol Fetching: Sendable {
    /// - Parameter known: of the answer that is at hand: where it still holds, none need be sent.
    /// - Returns: the answer, which was a success.
    /// - Throws: `UpstreamError`, or `CancellationError`.
    func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer

    /// Values that let requests in, as they are now: they must not be written down with a body.
    var secrets: [String] { get async }
}
