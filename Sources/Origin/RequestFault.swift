import NIOHTTP1

/// What is wrong with a request before it is looked at what it asks for. The connection ends with it.
struct RequestFault: Equatable {
    let status: HTTPResponseStatus
    let words: String

    static let bodyTooLarge = RequestFault(
        status: .payloadTooLarge, words: "Requests here have no body\n")

    private init(status: HTTPResponseStatus, words: String) {
        self.status = status
        self.words = words
    }

    /// Nil where nothing is.
    init?(_ head: HTTPRequestHead, isHTTP2: Bool) {
        if !isHTTP2 && head.version.major != 1 {
            self.init(status: .httpVersionNotSupported, words: "HTTP/1.1 is spoken here\n")
        } else if !isHTTP2 && !Self.hasOneHost(head) {
            self.init(status: .badRequest, words: "The field Host is missing, or there are several\n")
        } else if head.uri.utf8.count > OriginLimits.targetBytes {
            self.init(status: .uriTooLong, words: "The address is too long\n")
        } else if let expected = head.headers.first(name: "Expect") {
            // A body would be awaited for nothing: this is the final answer, and no more is read.
            self =
                expected.lowercased() == "100-continue"
                ? .bodyTooLarge : RequestFault(status: .expectationFailed, words: "Nothing can be expected here\n")
        } else if let length = head.headers.first(name: FieldName.contentLength),
            Int(length).map({ $0 > OriginLimits.requestBodyBytes }) ?? true
        {
            self = .bodyTooLarge
        } else {
            return nil
        }
    }

    /// What the parser made of bytes that are no request, or too many.
    init(_ error: HTTPParserError) {
        switch error {
        case .headerOverflow:
            self.init(status: .requestHeaderFieldsTooLarge, words: "The request's fields are too large\n")
        case .invalidMethod: self.init(status: .notImplemented, words: "The method is not known\n")
        case .invalidVersion: self.init(status: .httpVersionNotSupported, words: "HTTP/1.1 is spoken here\n")
        default: self.init(status: .badRequest, words: "The request is not valid\n")
        }
    }

    /// RFC 9112, 3.2: HTTP/1.1 must name its host, once.
    private static func hasOneHost(_ head: HTTPRequestHead) -> Bool {
        let hosts = head.headers["Host"].count
        return hosts == 1 || (hosts == 0 && head.version.minor == 0)
    }
}
