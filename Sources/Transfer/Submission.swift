/// A request on its way to the loop, with the caller that waits for it.
struct Submission: Sendable {
    /// Tells the transfers of one client apart.
    typealias ID = UInt64

    let id: ID
    let request: Request
    /// `request.url` without what may be secret.
    let redactedURL: String
    let began: ContinuousClock.Instant
    let continuation: CheckedContinuation<Response, any Error>

    var deadline: ContinuousClock.Instant { began + request.limits.total }

    func fail(_ kind: TransferError.Kind, message: String = "") {
        continuation.resume(throwing: TransferError(kind, url: redactedURL, message: message))
    }
}
