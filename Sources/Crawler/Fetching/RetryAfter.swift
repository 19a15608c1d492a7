import Rankings
import Transfer

/// The header that says when to ask again (RFC 9110, section 10.2.3), in seconds or as a date.
enum RetryAfter {
    /// A longer wait is cut to it, six hours: an upstream that errs must not silence a board for days.
    static let longest: Duration = .hours(6)

    /// nil where the response does not say, or not in a form that is understood.
    static func instant(in response: Response, now: Instant) -> Instant? {
        guard let text = response.value(ofHeader: "Retry-After") else { return nil }
        let wanted: Instant
        if let seconds = Int64(text), seconds >= 0 {
            wanted = now + min(.seconds(seconds), longest)
        } else if let date = HTTPTime.instant(text) {
            // By the upstream's own clock where it gives one, so that one that is off does no harm.
            wanted = now + (date - (response.value(ofHeader: "Date").flatMap(HTTPTime.instant) ?? now))
        } else {
            return nil
        }
        return min(max(wanted, now), now + longest)
    }
}
