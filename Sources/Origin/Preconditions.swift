import NIOHTTP1

/// The conditions of a request, in the order of RFC 9110, 13.2.2.
struct Preconditions: Equatable {
    enum Verdict: Equatable {
        case proceed
        /// The client has this version: 304.
        case notModified
        /// The client wanted another version: 412.
        case failed
    }

    private let ifMatch: EntityTagList?
    private let ifUnmodifiedSince: Int64?
    private let ifNoneMatch: EntityTagList?
    private let ifModifiedSince: Int64?

    /// - Parameter now: Unix seconds, by which dates with years of two digits are read.
    init(_ fields: HTTPHeaders, now: Int64) {
        ifMatch = Self.tags(fields, "If-Match")
        ifNoneMatch = Self.tags(fields, "If-None-Match")
        // A date that is none is as if it were not there.
        ifUnmodifiedSince = fields.first(name: "If-Unmodified-Since").flatMap { HTTPDate.unixSeconds($0, now: now) }
        ifModifiedSince = fields.first(name: "If-Modified-Since").flatMap { HTTPDate.unixSeconds($0, now: now) }
    }

    /// - Parameters:
    ///   - tag: of the representation chosen, strong, with its quotes.
    ///   - modifiedSeconds: Unix seconds.
    func verdict(tag: String, modifiedSeconds: Int64) -> Verdict {
        if let ifMatch {
            guard ifMatch.matchesStrongly(tag) else { return .failed }
        } else if let ifUnmodifiedSince {
            guard modifiedSeconds <= ifUnmodifiedSince else { return .failed }
        }
        if let ifNoneMatch { return ifNoneMatch.matchesWeakly(tag) ? .notModified : .proceed }
        if let ifModifiedSince { return modifiedSeconds <= ifModifiedSince ? .notModified : .proceed }
        return .proceed
    }

    private static func tags(_ fields: HTTPHeaders, _ name: String) -> EntityTagList? {
        let values = fields[name]
        return values.isEmpty ? nil : EntityTagList(values.joined(separator: ","))
    }
}
