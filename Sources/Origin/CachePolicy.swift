import NIOHTTP1

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
    static func present(_ path: String) -> CachePolicy { isImmutable(path) ? .immutable : .live }

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

    private static func isImmutable(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return false }
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.first == "assets" {
            return words.count >= 3 && isHash(words[words.count - 2])
        }
        // Every file of a dump lies in a folder whose name ends in a hash of them all.
        if parts.first == "dumps" {
            return parts.count == 4 && isHash(parts[2].split(separator: "-").last ?? "")
        }
        guard parts.first == "e", parts.count == 5, words.count == 2 else { return false }
        switch parts[3] {
        case "names": return isHash(words[0])
        case "forecast", "series": return isHash(words[0].prefix { $0 != "-" })
        case "at": return !words[0].isEmpty && words[0].allSatisfy { ("0"..."9").contains($0) }
        default: return false
        }
    }

    /// At least 8 hexadecimal digits in lower case.
    private static func isHash(_ word: Substring) -> Bool {
        word.count >= 8 && word.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    }
}
