package import Rankings
package import Transfer

/// Why an upstream gave nothing usable. The description stands on pages as an outcome's reason: it is short, in words
/// for whoever looks at a board, and holds no body.
package enum UpstreamError: Error, Sendable, CustomStringConvertible {
    case transfer(TransferError)
    /// An answer that is not a success.
    case status(Int)
    /// The upstream is down for maintenance (503); where it says until when, it is not asked before.
    case maintenance(until: Instant?)
    /// The upstream was asked more often than it likes (429); where it says until when, it is not asked before.
    case tooManyRequests(until: Instant?)
    /// There is no session to ask under.
    case notLoggedIn(String)
    /// The upstream's clock is this far ahead of ours, or behind where it is negative.
    case clockOff(Duration)
    /// A body that is not what the request answers, with the place in it.
    case malformed(String)
    case anotherEvent(expected: String, found: String)
    /// The time for this slot ran out.
    case timeIsUp

    package var description: String {
        switch self {
        case .transfer(let error): error.words
        case .status(let status): Self.words(of: status)
        case .maintenance(let until): "maintenance\(Self.nextTry(until))"
        case .tooManyRequests(let until): "asked too often\(Self.nextTry(until))"
        case .notLoggedIn(let why): "the login failed (\(why))"
        case .clockOff(let offset):
            "its clock is \(Self.minutes(offset)) minutes \(offset > .zero ? "ahead" : "behind")"
        case .malformed(let place): "not understood: \(place)"
        case .anotherEvent(let expected, let found): "shows event \(found) in place of \(expected)"
        case .timeIsUp: "no answer in time"
        }
    }

    /// The HTTP status it stands for; nil where none was answered, or a success.
    package var status: Int? {
        switch self {
        case .status(let status): status
        case .maintenance: 503
        case .tooManyRequests: 429
        case .transfer, .notLoggedIn, .clockOff, .malformed, .anotherEvent, .timeIsUp: nil
        }
    }

    /// Whether a body came that says something else than it should.
    var isAboutTheBody: Bool {
        switch self {
        case .malformed, .anotherEvent: true
        case .transfer, .status, .maintenance, .tooManyRequests, .notLoggedIn, .clockOff, .timeIsUp: false
        }
    }

    /// Whether the same request may succeed within the slot. Maintenance and refusals are not asked again.
    package var isWorthRetrying: Bool {
        switch self {
        case .transfer(let error): error.mayPass
        case .status(let status): status == 500 || status == 502 || status == 504
        case .malformed: true
        case .maintenance, .tooManyRequests, .notLoggedIn, .clockOff, .anotherEvent, .timeIsUp: false
        }
    }

    private static func words(of status: Int) -> String {
        switch status {
        case 401, 403: "access refused (\(status))"
        case 404, 410: "not found (\(status))"
        case 426: "the game has a newer version (426)"
        case 300..<400: "redirected (\(status))"
        case 500...: "an error of the upstream (\(status))"
        default: "an unexpected answer (\(status))"
        }
    }

    /// The first whole minute that is not before it: `, next try from 12:05 UTC`.
    private static func nextTry(_ until: Instant?) -> String {
        guard let until else { return "" }
        let minute = Slot(containing: until + .minutes(1) - .milliseconds(1)).unixMinute
        let clock = [minute / 60 % 24, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return ", next try from \(clock) UTC"
    }

    private static func minutes(_ offset: Duration) -> Int64 { abs(offset.wholeMilliseconds) / 60_000 }
}
