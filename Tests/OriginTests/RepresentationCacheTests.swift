import Foundation
import NIOCore
import Testing

@testable import Origin

/// Real files of given sizes; the cache never reads them.
@Suite final class RepresentationCacheTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func make(_ name: String, bytes: Int) throws -> Representation {
        let path = folder + "/" + name
        try Data(count: bytes).write(to: URL(fileURLWithPath: path))
        let stamp = try #require(FileStamp(path: path))
        return Representation(stamp: stamp, content: .whole(ByteBuffer()), tag: name)
    }

    @Test func findsTheSameVersionOnly() throws {
        let cache = RepresentationCache(limitBytes: 100_000)
        let first = try make("a", bytes: 10)
        cache.keep(first, at: "a")
        #expect(cache.find("a", stamp: first.stamp)?.tag == "a")
        #expect(cache.find("b", stamp: first.stamp) == nil)
        let second = try make("a", bytes: 11)
        #expect(cache.find("a", stamp: second.stamp) == nil)
        cache.keep(second, at: "a")
        #expect(cache.find("a", stamp: first.stamp) == nil)
        #expect(cache.find("a", stamp: second.stamp)?.stamp == second.stamp)
    }

    @Test func staysWithinItsLimit() throws {
        let cache = RepresentationCache(limitBytes: 10_000)
        for index in 0..<50 {
            cache.keep(try make("\(index)", bytes: 1_000), at: "\(index)")
            #expect(cache.keptBytes <= 10_000)
        }
        #expect(cache.keptBytes > 0)
    }

    @Test func keepsWhatIsAskedForAgain() throws {
        let cache = RepresentationCache(limitBytes: 10_000)
        let wanted = try make("wanted", bytes: 1_000)
        cache.keep(wanted, at: "wanted")
        for index in 0..<50 {
            cache.keep(try make("\(index)", bytes: 1_000), at: "\(index)")
            #expect(cache.find("wanted", stamp: wanted.stamp) != nil)
        }
    }

    @Test func doesNotKeepWhatIsTooLarge() throws {
        let cache = RepresentationCache(limitBytes: 10_000)
        cache.keep(try make("small", bytes: 1_000), at: "small")
        let large = try make("large", bytes: 5_000)
        cache.keep(large, at: "large")
        #expect(cache.find("large", stamp: large.stamp) == nil)
        #expect(cache.keptBytes == 1_500)
    }

    @Test func aReplacedVersionIsNotCountedTwice() throws {
        let cache = RepresentationCache(limitBytes: 10_000)
        for bytes in 1...20 { cache.keep(try make("a", bytes: 1_000 + bytes), at: "a") }
        #expect(cache.keptBytes == 1_520)
    }
}
