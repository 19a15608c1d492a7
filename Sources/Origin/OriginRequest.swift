import HTTPTypes

/// What a request asks, as far as it matters here. Query strings are ignored.
struct OriginRequest {
    let isHead: Bool
    /// The path as it was sent.
    let rawPath: String
    let accepted: AcceptEncoding
    private let ifNoneMatch: String?
    private let ifModifiedSince: String?

    /// Nil for methods other than GET and HEAD.
    init?(method: HTTPRequest.Method, path: String, fields: HTTPFields) {
        guard method == .get || method == .head else { return nil }
        isHead = method == .head
        rawPath = path
        let encodings = fields[values: .acceptEncoding]
        accepted = AcceptEncoding(encodings.isEmpty ? nil : encodings.joined(separator: ","))
        let tags = fields[values: .ifNoneMatch]
        ifNoneMatch = tags.isEmpty ? nil : tags.joined(separator: ",")
        ifModifiedSince = fields[.ifModifiedSince]
    }

    /// Whether the client has this version already: RFC 9110, 13.2.2. A date counts only where there are no tags.
    func has(tag: String, modifiedSeconds: Int64) -> Bool {
        if let ifNoneMatch { return EntityTagList(ifNoneMatch).matches(tag) }
        return ifModifiedSince.flatMap(HTTPDate.unixSeconds).map { modifiedSeconds <= $0 } ?? false
    }
}
