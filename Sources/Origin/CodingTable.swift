/// At most one value for each coding.
struct CodingTable<Value: Sendable>: Sendable {
    private var brotli: Value?
    private var gzip: Value?
    private var identity: Value?

    subscript(coding: ContentCoding) -> Value? {
        get {
            switch coding {
            case .brotli: brotli
            case .gzip: gzip
            case .identity: identity
            }
        }
        set {
            switch coding {
            case .brotli: brotli = newValue
            case .gzip: gzip = newValue
            case .identity: identity = newValue
            }
        }
    }

    /// The codings that have a value.
    var codings: Set<ContentCoding> { Set(ContentCoding.allCases.filter { self[$0] != nil }) }
}

extension CodingTable: Equatable where Value: Equatable {}
