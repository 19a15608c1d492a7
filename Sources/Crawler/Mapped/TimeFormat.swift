import FoundationEssentials
import Rankings

/// How an upstream writes instants.
package enum TimeFormat: String, Hashable, Sendable, CaseIterable {
    case unixSeconds = "unix-seconds"
    case unixMilliseconds = "unix-milliseconds"
    /// With its zone.
    case rfc3339

    /// - Returns: nil where the value is no instant in this form.
    func instant(_ value: JSONValue) -> Instant? {
        switch self {
        case .unixSeconds: value.decimal.flatMap { Self.milliseconds($0 * 1000) }
        case .unixMilliseconds: value.decimal.flatMap { Self.milliseconds($0) }
        case .rfc3339:
            if case .text(let text) = value, text.contains("T") { Instant(text) } else { nil }
        }
    }

    /// Parts of a millisecond are cut off.
    private static func milliseconds(_ value: Decimal) -> Instant? {
        Int64(value.description.prefix { $0 != "." }).map(Instant.init(upstreamMilliseconds:))
    }
}
