package import Rankings
import Transfer

/// A host said when it wants to be asked again.
package struct HostPause: Hashable, Sendable {
    package let until: Instant
    /// The status it said so with: 429 or 503.
    package let status: Int

    package init(until: Instant, status: Int) {
        self.until = until
        self.status = status
    }

    /// nil where the response asks for none.
    init?(_ response: Response, now: Instant) {
        guard [429, 503].contains(response.status), let until = RetryAfter.instant(in: response, now: now) else {
            return nil
        }
        self.init(until: until, status: response.status)
    }

    var failure: UpstreamError { status == 429 ? .tooManyRequests(until: until) : .maintenance(until: until) }
}
