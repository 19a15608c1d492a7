import Testing

@testable import Compression

@Suite struct GzipDecoderTests {
    /// Three members, the middle one empty and the last one longer than a piece of output.
    private static let contents: [[UInt8]] = [
        Array("one".utf8), [], (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7 &* 31) },
    ]

    private static func packed() throws -> [UInt8] {
        try contents.flatMap { try Gzip.compress($0, level: 6) }
    }

    private func decode(_ bytes: [UInt8], by count: Int) throws -> [UInt8] {
        var decoder = try GzipDecoder()
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: count) {
            output += try decoder.update(Array(bytes[start..<min(start + count, bytes.count)]))
        }
        try decoder.finish()
        return output
    }

    @Test(arguments: [1, 2, 7, 4096, 1_000_000])
    func piecesOfAnySizeGiveTheSame(count: Int) throws {
        #expect(try decode(try Self.packed(), by: count) == Self.contents.flatMap { $0 })
    }

    @Test func everyCutIsNoticed() throws {
        let bytes = try Self.packed()
        let ends = try Self.contents.indices.dropLast().map { last in
            try Self.contents[...last].map { try Gzip.compress($0, level: 6).count }.reduce(0, +)
        }
        for end in 0..<60 where !ends.contains(end) {
            #expect(throws: CompressionError(coding: .gzip, kind: .truncated), "cut at \(end)") {
                try decode(Array(bytes[..<end]), by: 10)
            }
        }
        #expect(throws: CompressionError(coding: .gzip, kind: .truncated)) {
            try decode(bytes.dropLast(), by: 4096)
        }
    }

    @Test func whatFollowsAMemberMustBeOne() throws {
        #expect(throws: CompressionError(coding: .gzip, kind: .corrupt)) {
            try decode(try Self.packed() + [1, 2, 3], by: 4096)
        }
    }

    @Test func aChangedByteIsNoticed() throws {
        var bytes = try Self.packed()
        bytes[bytes.count - 6] ^= 1
        #expect(throws: CompressionError(coding: .gzip, kind: .corrupt)) { try decode(bytes, by: 4096) }
    }
}
