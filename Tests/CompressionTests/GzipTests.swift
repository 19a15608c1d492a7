import Foundation
import Testing

@testable import Compression

@Suite struct GzipTests {
    @Test(arguments: SampleBytes.cases.indices)
    func givesBackWhatItTook(index: Int) throws {
        let bytes = SampleBytes.cases[index]
        for level: Int32 in [0, 1, 6, 9] {
            let packed = try Gzip.compress(bytes, level: level)
            #expect(try Gzip.decompress(packed, limitBytes: bytes.count) == bytes)
        }
    }

    @Test func headerDependsOnNeitherTimeNorSystem() throws {
        // RFC 1952: magic, deflate, no flags, four bytes of time, "slowest", unknown system.
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]
        #expect(try Gzip.compress(Array("hello".utf8)).prefix(10) == header[...])
        #expect(try Gzip.compress([]) == header + [3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test(arguments: [
        // Made by Python's gzip: one with a time, one with a name and another time.
        "H4sIANIClkkC/8tIzcnJ11FIyi9KSS3iAgDmIDfWDgAAAA==",
        "H4sICAUAAAAC/2JvYXJkLmpzb24Ay0jNycnXUUjKL0pJLeICAOYgN9YOAAAA",
    ])
    func readsWhatOthersWrote(encoded: String) throws {
        let packed = try #require(Data(base64Encoded: encoded))
        #expect(try Gzip.decompress([UInt8](packed), limitBytes: 100) == Array("hello, border\n".utf8))
    }

    @Test func joinsMembers() throws {
        let packed = try Gzip.compress([1, 2]) + Gzip.compress([]) + Gzip.compress([3])
        #expect(try Gzip.decompress(packed, limitBytes: 3) == [1, 2, 3])
    }

    @Test func everyShorterInputIsTruncated() throws {
        let packed = try Gzip.compress(Array("hello, border\n".utf8))
        for count in packed.indices {
            #expect(throws: CompressionError(coding: .gzip, kind: .truncated)) {
                try Gzip.decompress(Array(packed[..<count]), limitBytes: 100)
            }
        }
    }

    @Test func aSecondMemberMayNotEndEarlyEither() throws {
        let packed = try Gzip.compress([1, 2]) + Gzip.compress([3]).dropLast()
        #expect(throws: CompressionError(coding: .gzip, kind: .truncated)) {
            try Gzip.decompress(packed, limitBytes: 100)
        }
    }

    @Test(arguments: [[0], [0x1F], [0x1F, 0x8C], Array("more".utf8)] as [[UInt8]])
    func refusesTrailingBytes(trailing: [UInt8]) throws {
        let packed = try Gzip.compress([1, 2]) + trailing
        #expect(throws: CompressionError(coding: .gzip, kind: .trailingBytes)) {
            try Gzip.decompress(packed, limitBytes: 100)
        }
    }

    @Test func refusesWhatIsNotGzipOrIsDamaged() throws {
        var wrongChecksum = try Gzip.compress([1, 2, 3])
        wrongChecksum[wrongChecksum.count - 8] ^= 1
        var wrongLength = try Gzip.compress([1, 2, 3])
        wrongLength[wrongLength.count - 4] ^= 1
        for bytes in [Array("plain text".utf8), wrongChecksum, wrongLength] {
            #expect(throws: CompressionError(coding: .gzip, kind: .corrupt)) {
                try Gzip.decompress(bytes, limitBytes: 100)
            }
        }
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func stopsAtTheLimit(count: Int) throws {
        let bytes = [UInt8](repeating: 1, count: count)
        let packed = try Gzip.compress(bytes)
        #expect(try Gzip.decompress(packed, limitBytes: count) == bytes)
        let longer = try Gzip.compress(bytes + [1])
        #expect(throws: CompressionError(coding: .gzip, kind: .tooLarge(limitBytes: count))) {
            try Gzip.decompress(longer, limitBytes: count)
        }
    }

    @Test func theLimitCountsAllMembersTogether() throws {
        let packed = try Gzip.compress([1, 2]) + Gzip.compress([3])
        #expect(throws: CompressionError(coding: .gzip, kind: .tooLarge(limitBytes: 2))) {
            try Gzip.decompress(packed, limitBytes: 2)
        }
    }
}
