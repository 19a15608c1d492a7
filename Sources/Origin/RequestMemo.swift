/// The last request of a connection, read: clients repeat their words.
struct RequestMemo {
    private var uri = ""
    private var read: (RequestTarget, RequestedPath) = (.malformed, .malformed)
    private var encodings: String?
    private var choice = AcceptEncoding(nil)

    mutating func target(_ uri: String) -> (RequestTarget, RequestedPath) {
        guard uri != self.uri else { return read }
        let target = RequestTarget(uri)
        self.uri = uri
        switch target {
        case .path(let path): read = (target, RequestedPath(path))
        case .server: read = (target, .refused)
        case .malformed: read = (target, .malformed)
        }
        return read
    }

    mutating func accepted(_ encodings: String?) -> AcceptEncoding {
        guard encodings != self.encodings else { return choice }
        self.encodings = encodings
        choice = AcceptEncoding(encodings)
        return choice
    }
}
