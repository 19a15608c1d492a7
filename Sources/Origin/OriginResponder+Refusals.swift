import NIOCore
import NIOHTTP1
import Rankings
import SiteLayout

/// Answers that hold nothing published.
extension OriginResponder {
    /// What is answered besides GET and HEAD, for `Allow`.
    private static let methods = "GET, HEAD, OPTIONS"

    func methodNotAllowed(now: Instant) -> OriginAnswer {
        refusal(.methodNotAllowed, "Only GET, HEAD and OPTIONS are answered here\n", now: now)
            .adding(FieldName.allow, Self.methods)
    }

    func malformed(now: Instant) -> OriginAnswer { refusal(.badRequest, "The path is not valid\n", now: now) }

    func notAcceptable(_ path: String, now: Instant) -> OriginAnswer {
        refusal(
            .notAcceptable, "Available: \(ContentCoding.allCases.map(\.name).joined(separator: ", "))\n",
            ending: MediaType.ending(of: path), now: now)
    }

    func preconditionFailed(_ path: String, now: Instant) -> OriginAnswer {
        refusal(.preconditionFailed, "It has changed\n", ending: MediaType.ending(of: path), now: now)
    }

    func rangeNotSatisfiable(_ path: String, size: Int, now: Instant) -> OriginAnswer {
        refusal(.rangeNotSatisfiable, "It is \(size) bytes long\n", ending: MediaType.ending(of: path), now: now)
            .adding(FieldName.contentRange, "bytes */\(size)")
    }

    /// What may be done with a path, and by scripts of which sites: `*` where it is data for everyone.
    func options(_ request: OriginRequest, now: Instant) -> OriginAnswer {
        if request.path == .malformed { return malformed(now: now) }
        let ending: String
        switch request.path {
        case .file(let path), .index(let path): ending = MediaType.ending(of: path)
        case .refused, .malformed: ending = ""
        }
        var fields = common(ending: ending, isNegotiated: true, now: now)
        CachePolicy.never.apply(to: &fields, maxAge: 0)
        fields.add(name: FieldName.allow, value: Self.methods)
        if fields.contains(name: "Access-Control-Allow-Origin") {
            fields.add(name: "Access-Control-Allow-Methods", value: Self.methods)
            fields.add(
                name: "Access-Control-Allow-Headers",
                value: "Cache-Control, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range"
            )
            fields.add(name: "Access-Control-Max-Age", value: "86400")
        }
        return OriginAnswer(status: .noContent, fields: fields, body: .none)
    }

    /// An answer that says something of one request alone, and is kept by nobody.
    func refusal(_ status: HTTPResponseStatus, _ words: String, ending: String = "", now: Instant) -> OriginAnswer {
        text(status, words, ending: ending, policy: .never, now: now)
    }

    func text(
        _ status: HTTPResponseStatus, _ words: String, ending: String, policy: CachePolicy, now: Instant
    ) -> OriginAnswer {
        var fields = common(ending: ending, isNegotiated: true, now: now)
        policy.apply(to: &fields, maxAge: 0)
        fields.add(name: FieldName.contentType, value: MediaType.of(".txt"))
        fields.add(name: FieldName.contentLength, value: String(words.utf8.count))
        return OriginAnswer(status: status, fields: fields, body: .bytes(ByteBuffer(string: words)))
    }

    /// What every answer has.
    func common(ending: String, isNegotiated: Bool, now: Instant) -> HTTPHeaders {
        var fields = SecurityFields.of(ending: ending)
        fields.add(name: FieldName.date, value: HTTPDate.text(unixSeconds: now.unixSeconds))
        if isNegotiated { fields.add(name: FieldName.vary, value: "Accept-Encoding") }
        return fields
    }
}
