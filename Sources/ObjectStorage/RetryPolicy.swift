import Transfer

/// How often a request to a service is made, and how long is waited between.
package struct RetryPolicy: Sendable {
    /// Four in all: a service that is busy recovers within seconds or not soon.
    package static let standardAttempts = 4
    /// Doubled after each attempt.
    package static let standardPause = Duration.milliseconds(500)

    package let attempts: Int
    package let firstPause: Duration
    /// Lets the time pass.
    package let sleep: @Sendable (Duration) async throws -> Void

    package init(
        attempts: Int = standardAttempts, firstPause: Duration = standardPause,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        precondition(attempts > 0, "nothing can be done in no attempt")
        self.attempts = attempts
        self.firstPause = firstPause
        self.sleep = sleep
    }

    /// Statuses after which the same request may succeed: too many requests, and faults of the service.
    static func isTransient(status: Int) -> Bool { [429, 500, 502, 503, 504].contains(status) }

    /// Faults of the line, and a service that is just starting again.
    static func isTransient(_ error: TransferError) -> Bool {
        switch error.kind {
        case .refused, .unresolved, .timedOut, .cutShort, .malformedAnswer, .tooBusy: true
        case .tooLarge, .tooManyRedirects, .schemeNotAllowed, .tls, .badEncoding, .malformedURL, .malformedRequest,
            .closed:
            false
        case .other: true
        }
    }
}
