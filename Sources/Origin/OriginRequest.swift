import NIOHTTP1

/// What a request asks, as far as it matters here. Query strings are ignored.
struct OriginRequest: Sendable {
    enum Method {
        case get, head, options
        /// One that changes something, which nothing here can be.
        case other
    }

    let method: Method
    let target: RequestTarget
    let path: RequestedPath
    let accepted: AcceptEncoding
    let preconditions: Preconditions
    let range: RangeRequest

    /// - Parameters:
    ///   - now: Unix seconds.
    ///   - memo: what the same connection asked before: viewers ask for the same each minute.
    init(_ head: HTTPRequestHead, now: Int64, memo: inout RequestMemo) {
        method =
            switch head.method {
            case .GET: .get
            case .HEAD: .head
            case .OPTIONS: .options
            default: .other
            }
        (target, path) = memo.target(head.uri)
        let encodings = head.headers["Accept-Encoding"]
        accepted = memo.accepted(encodings.isEmpty ? nil : encodings.joined(separator: ","))
        preconditions = Preconditions(head.headers, now: now)
        range = RangeRequest(head.headers)
    }
}
