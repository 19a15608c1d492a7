import Testing

@testable import Compression

@Suite struct GzipEncoderTests {
    /// Longer than several pieces, with repetitions and without.
    private static let content: [UInt8] = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 5 &* 37 ^ $0 >> 9) }

    private func encode(_ bytes: [UInt8], by count: Int) throws -> [UInt8] {
        var encoder = try GzipEncoder(level: 6)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: count) {
            output += try encoder.update(Array(bytes[start..<min(start + count, bytes.count)]))
        }
        return output + (try encoder.finish())
    }

    @Test(arguments: [1, 1000, 65_535, 65_536, 65_537, 1_000_000])
    func piecesOfAnySizeGiveTheSameBytes(count: Int) throws {
        let packed = try encode(Self.content, by: count)
        #expect(packed == (try encode(Self.content, by: 12_345)))
        #expect(try Gzip.decompress(packed, limitBytes: 300_000) == Self.content)
    }

    @Test func emptyContentIsAMember() throws {
        #expect(try Gzip.decompress(try encode([], by: 1), limitBytes: 0).isEmpty)
    }

    @Test func smallContentHasTheBytesOfOneCall() throws {
        let bytes = Array("a few words, a few words".utf8)
        #expect(try encode(bytes, by: 5) == (try Gzip.compress(bytes, level: 6)))
    }
}
