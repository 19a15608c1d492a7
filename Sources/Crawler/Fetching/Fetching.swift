/// Sends an upstream's requests: chooses the address, keeps the session and the pace.
package protocol Fetching: Sendable {
    /// - Parameters:
    ///   - known: of the answer that is at hand: where it still holds, none need be sent.
    ///   - deadline: of the slot's crawl; requests with the same one belong to the same crawl.
    /// - Returns: the answer, which was a success.
    /// - Throws: `UpstreamError`, or `CancellationError`.
    func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer

    /// Takes an answer for a failure: its body was not what the request answers.
    func reject(_ answer: FetchedAnswer, until deadline: ContinuousClock.Instant) async

    /// Keeps what was learned from a crawl that is over.
    func settle() async

    /// Values that let requests in, as they are now: they must not be written down with a body.
    var secrets: [String] { get async }
}
