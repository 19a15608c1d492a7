import NIOHTTP1
import SiteLayout

/// How long an answer may be kept, by what the path names.
enum CachePolicy: Equatable {
    /// Named by its own hash, or sealed: its bytes never change.
    case immutable
    /// Replaced by the next edition.
    case live
    /// Not there, for this many seconds at most.
    case missing(seconds: Int)
    /// Says something of this request alone.
    case never

    /// A minute that is not published yet may be in the next second's file; the same goes for all else of a board.
    static let missingEditionSeconds = 5
    /// Anything else that is missing will be so in a minute.
    static let missingSeconds = 60

    /// - Parameter path: below the root, of a file that is there.
    static func present(_ path: String) -> CachePolicy { PublishedPath.isImmutable(path) ? .immutable : .live }

    static func absent(_ path: String) -> CachePolicy {
        .missing(seconds: path.hasPrefix("e/") ? missingEditionSeconds : missingSeconds)
    }

    /// - Parameter maxAge: seconds to the next edition.
    func apply(to fields: inout HTTPHeaders, maxAge: Int) {
        switch self {
        case .immutable:
            fields.add(name: FieldName.cacheControl, value: "public, max-age=31536000, immutable")
        case .live:
            // No stale-while-revalidate for browsers: every viewer would be an edition late. No s-maxage: it switches
            // serving stale answers off.
            fields.add(name: FieldName.cacheControl, value: "public, max-age=\(maxAge), stale-if-error=86400")
            fields.add(
                name: FieldName.cdnCacheControl,
                value: "public, max-age=\(maxAge), stale-while-revalidate=30, stale-if-error=86400")
        case .missing(let seconds):
            fields.add(name: FieldName.cacheControl, value: "public, max-age=\(seconds)")
        case .never:
            fields.add(name: FieldName.cacheControl, value: "no-store")
        }
    }
}
