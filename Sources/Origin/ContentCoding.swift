/// A form in which a file is stored and sent.
enum ContentCoding: CaseIterable, Hashable, Sendable {
    // In the order in which they are preferred where a client likes them equally.
    case brotli
    case gzip
    case identity

    /// Behind the name of the plain file.
    var suffix: String {
        switch self {
        case .brotli: ".br"
        case .gzip: ".gz"
        case .identity: ""
        }
    }

    /// Within an entity tag, so that no two codings of a file share one.
    var tagSuffix: String {
        switch self {
        case .brotli: "-br"
        case .gzip: "-gz"
        case .identity: ""
        }
    }

    /// The name in `Accept-Encoding` and `Content-Encoding`.
    var name: String {
        switch self {
        case .brotli: "br"
        case .gzip: "gzip"
        case .identity: "identity"
        }
    }
}
