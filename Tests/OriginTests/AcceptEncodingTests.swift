import Testing

@testable import Origin

@Suite struct AcceptEncodingTests {
    static let all = Set(ContentCoding.allCases)

    @Test(
        arguments: [
            (nil, .identity),
            ("", .identity),
            ("br", .brotli),
            ("gzip", .gzip),
            ("x-gzip", .gzip),
            ("BR", .brotli),
            ("gzip, deflate, br, zstd", .brotli),
            ("gzip,br", .brotli),
            (" gzip ;q=0.5 ,\tbr; q=0.4", .gzip),
            ("br;q=0.5, gzip;q=0.5", .brotli),
            ("br;q=0", .identity),
            ("br;q=0, gzip", .gzip),
            ("br;q=0.000, gzip;q=0.001", .gzip),
            ("*", .brotli),
            ("*;q=0.1, br;q=0", .gzip),
            ("gzip;q=0.2, *;q=0.1", .gzip),
            ("gzip;q=0.1, *;q=0.2", .brotli),
            ("identity", .identity),
            ("identity, br;q=0.5", .identity),
            ("identity;q=0.5, br;q=0.2", .identity),
            ("identity;q=0, br", .brotli),
            ("*;q=0, gzip", .gzip),
            ("*;q=0, identity", .identity),
            ("deflate", .identity),
            ("identity;q=0", nil),
            ("*;q=0", nil),
            ("identity;q=0, deflate", nil),
            ("identity;q=0, br;q=0, gzip;q=0", nil),
            // Malformed members are as if they were not there.
            ("br;q=2, gzip", .gzip),
            ("br;q=1.001, gzip", .gzip),
            ("br;q=0.1234, gzip", .gzip),
            ("br;q=, gzip", .gzip),
            ("br;q=-1, gzip", .gzip),
            ("br;level=1, gzip", .gzip),
            ("br;q=1;q=1, gzip", .gzip),
            ("br;q=1.000", .brotli),
            ("br;q=1.", .brotli),
            (",,;,", .identity),
        ] as [(String?, ContentCoding?)])
    func chooses(field: String?, expected: ContentCoding?) {
        #expect(AcceptEncoding(field).choose(from: Self.all) == expected)
    }

    @Test func choosesAmongWhatThereIs() {
        #expect(AcceptEncoding("br, gzip;q=0.5").choose(from: [.identity, .gzip]) == .gzip)
        #expect(AcceptEncoding("br, gzip;q=0.5").choose(from: [.identity]) == .identity)
        #expect(AcceptEncoding("br, identity;q=0").choose(from: [.identity]) == nil)
        #expect(AcceptEncoding("br").choose(from: []) == nil)
    }

    @Test func readsNoEndlessField() {
        let field = String(repeating: "x,", count: 40) + "br"
        #expect(AcceptEncoding(field).choose(from: Self.all) == .identity)
    }
}
