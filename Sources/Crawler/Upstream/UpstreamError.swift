package import Transfer

/// Why an upstream gave nothing usable. The description is short, fit for an outcome's reason, and holds no body.
package enum UpstreamError: Error, Sendable, CustomStringConvertible {
    case transfer(TransferError)
    /// An answer that is not a success.
    case status(Int)
    /// A body that is not what the request answers, with the place in it.
    case malformed(String)
    case anotherEvent(expected: String, found: String)
    /// The time for this slot ran out.
    case timeIsUp

    package var description: String {
        switch self {
        case .transfer(let error): error.shortDescription
        case .status(let status): "answered \(status)"
        case .malformed(let place): "not understood: \(place)"
        case .anotherEvent(let expected, let found): "shows event \(found) in place of \(expected)"
        case .timeIsUp: "no answer in time"
        }
    }

    /// Whether a body came that says something else than it should.
    var isAboutTheBody: Bool {
        switch self {
        case .malformed, .anotherEvent: true
        case .transfer, .status, .timeIsUp: false
        }
    }

    /// Whether the same request may succeed within the slot. Maintenance (503) and refusals are not asked again.
    package var isWorthRetrying: Bool {
        switch self {
        case .transfer: true
        case .status(let status): status == 500 || status == 502 || status == 504
        case .malformed: true
        case .anotherEvent, .timeIsUp: false
        }
    }
}
