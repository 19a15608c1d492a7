import Testing

@testable import Compression

@Suite struct BrotliTests {
    @Test(arguments: SampleBytes.cases.indices)
    func givesBackWhatItTook(index: Int) throws {
        let bytes = SampleBytes.cases[index]
        for quality: Int32 in [0, 5, 10, 11] where quality < 10 || bytes.count <= 65_537 {
            let packed = try Brotli.compress(bytes, quality: quality)
            #expect(try Brotli.decompress(packed, limitBytes: bytes.count) == bytes)
        }
    }

    @Test(arguments: [10, 24] as [Int32])
    func everyWindowReadsBack(windowBits: Int32) throws {
        let bytes = SampleBytes.incompressible(count: 5000)
        let packed = try Brotli.compress(bytes + bytes, quality: 5, windowBits: windowBits)
        #expect(try Brotli.decompress(packed, limitBytes: 10_000) == bytes + bytes)
    }

    @Test func theSameBytesGiveTheSameStream() throws {
        let bytes = SampleBytes.cases[2]
        #expect(try Brotli.compress(bytes, quality: 11) == Brotli.compress(bytes, quality: 11))
    }

    @Test func readsPublishedStreams() throws {
        // RFC 7932: an empty stream is the one byte 6; the other is from the reference implementation's test data.
        let onlyX: [UInt8] = [0x0B, 0x00, 0x80, 0x58, 0x03]
        #expect(try Brotli.decompress([6], limitBytes: 0) == [])
        #expect(try Brotli.decompress(onlyX, limitBytes: 100) == [0x58])
    }

    @Test func everyShorterInputIsTruncated() throws {
        let packed = try Brotli.compress(Array("hello, border\n".utf8), quality: 5)
        for count in packed.indices {
            #expect(throws: CompressionError(coding: .brotli, kind: .truncated)) {
                try Brotli.decompress(Array(packed[..<count]), limitBytes: 100)
            }
        }
    }

    @Test func refusesTrailingBytes() throws {
        let packed = try Brotli.compress([1, 2], quality: 5) + [0]
        #expect(throws: CompressionError(coding: .brotli, kind: .trailingBytes)) {
            try Brotli.decompress(packed, limitBytes: 100)
        }
    }

    @Test func refusesWhatIsNotBrotli() {
        #expect(throws: CompressionError(coding: .brotli, kind: .corrupt)) {
            try Brotli.decompress([UInt8](repeating: 0xFF, count: 64), limitBytes: 100)
        }
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func stopsAtTheLimit(count: Int) throws {
        let bytes = [UInt8](repeating: 1, count: count)
        let packed = try Brotli.compress(bytes, quality: 5)
        #expect(try Brotli.decompress(packed, limitBytes: count) == bytes)
        let longer = try Brotli.compress(bytes + [1], quality: 5)
        #expect(throws: CompressionError(coding: .brotli, kind: .tooLarge(limitBytes: count))) {
            try Brotli.decompress(longer, limitBytes: count)
        }
    }
}
