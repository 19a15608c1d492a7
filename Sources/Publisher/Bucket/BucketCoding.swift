/// In which of its forms a file is stored in a bucket, which cannot choose one for each reader.
package enum BucketCoding: String, Hashable, Sendable, CaseIterable {
    case brotli = "br"
    case gzip
    case identity

    var coding: Coding {
        switch self {
        case .brotli: .brotli
        case .gzip: .gzip
        case .identity: .identity
        }
    }

    /// The value of `Content-Encoding`; nil for plain bytes.
    var contentEncoding: String? { self == .identity ? nil : rawValue }
}
