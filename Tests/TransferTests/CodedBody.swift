import Foundation

/// One text in each coding the client undoes.
struct CodedBody: Sendable {
    let coding: String
    let bytes: [UInt8]

    static let plain = Array(repeatElement("hello, border\n", count: 20).joined().utf8)

    /// Made by Python's gzip and zlib and by the brotli and zstd encoders.
    static let all = [
        CodedBody("gzip", "H4sIAAAAAAACA8tIzcnJ11FIyi9KSS3iyhjlQXkA9IWefxgBAAA="),
        CodedBody("deflate", "eNrLSM3JyddRSMovSkkt4soY5UF5AAKaYiE="),
        CodedBody("br", "GxcB+I3UYq2xN+Q29l3buyShIQgGSCwYD0B8J6W68wA="),
        CodedBody("zstd", "KLUv/WQYAK0AAHBoZWxsbywgYm9yZGVyCgEAB6FOJX2z2zA="),
    ]

    private init(_ coding: String, _ base64: String) {
        self.coding = coding
        bytes = Data(base64Encoded: base64).map { [UInt8]($0) } ?? []
    }
}
