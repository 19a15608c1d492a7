/// Makes HTTP requests, many at a time, over connections that are kept between them.
///
/// All run on one libcurl multi handle, driven by one thread. No proxy is used, the environment's neither; no cookies
/// are kept.
package final class TransferClient: Sendable {
    /// The most transfers under way or waiting for a connection; more are `TransferError.Kind.tooBusy`. Far above what
    /// one process asks for in a minute, and little memory.
    package static let inFlightLimit = 1024

    private let loop: TransferLoop

    /// - Parameters:
    ///   - maximumConnections: to all hosts together, idle ones included. At least one. 64 leave room for ten hosts
    ///     with their six each, in a sixteenth of the 1024 descriptors that a process has as a rule.
    ///   - maximumPerHost: to one host and port. At least one. Six is what browsers open.
    ///   - userAgent: sent with every request that names none itself.
    ///   - authorityFile: PEM certificates to trust in place of the system's.
    package convenience init(
        maximumConnections: Int = 64,
        maximumPerHost: Int = 6,
        userAgent: String,
        authorityFile: String? = nil
    ) {
        self.init(
            maximumConnections: maximumConnections, maximumPerHost: maximumPerHost, userAgent: userAgent,
            authorityFile: authorityFile, inFlightLimit: Self.inFlightLimit)
    }

    init(
        maximumConnections: Int,
        maximumPerHost: Int,
        userAgent: String,
        authorityFile: String?,
        inFlightLimit: Int
    ) {
        precondition(maximumConnections > 0 && maximumPerHost > 0, "a client needs connections")
        CurlLibrary.initialise()
        let settings = ClientSettings(
            maximumConnections: maximumConnections, maximumPerHost: maximumPerHost, userAgent: userAgent,
            authorityFile: authorityFile)
        loop = TransferLoop(settings: settings, inFlightLimit: inFlightLimit)
        loop.start()
    }

    deinit {
        // Nothing is under way: whoever performs holds the client. The loop ends by itself.
        loop.mailbox.close()
    }

    /// Sends the request and waits for the whole answer.
    ///
    /// Throws `TransferError`, or `CancellationError` as soon as the task is cancelled. Nothing is tried twice, but
    /// for what libcurl sent on a kept connection that the server had closed without reading it.
    package func perform(_ request: Request) async throws -> Response {
        let began = ContinuousClock.now
        let redactedURL = try check(request)
        let id = try loop.mailbox.register().mapError { TransferError($0.kind, url: redactedURL) }.get()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.mailbox.submit(
                    Submission(
                        id: id, request: request, redactedURL: redactedURL, began: began, continuation: continuation))
            }
        } onCancel: {
            loop.mailbox.cancel(id)
        }
    }

    /// Fails every transfer under way, closes every connection and returns when both are done.
    package func close() async {
        loop.mailbox.close()
        await loop.mailbox.waitForEnd()
    }

    /// Answers the URL without what may be secret; throws what no server needs to be asked about.
    private func check(_ request: Request) throws(TransferError) -> String {
        guard let url = ParsedURL(request.url) else { throw TransferError(.malformedURL, url: "") }
        guard let scheme = Scheme(rawValue: url.scheme), request.limits.schemes.contains(scheme) else {
            throw TransferError(.schemeNotAllowed, url: url.redacted)
        }
        guard Header.isToken(request.method), request.headers.allSatisfy(\.isWellFormed),
            request.signature?.isWellFormed ?? true
        else { throw TransferError(.malformedRequest, url: url.redacted) }
        return url.redacted
    }
}
