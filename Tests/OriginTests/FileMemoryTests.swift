import Foundation
import NIOCore
import Testing

@testable import Origin

/// Real files of given sizes; the memory never reads them.
@Suite final class FileMemoryTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "memory-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func make(_ name: String, bytes: Int) throws -> KnownFile {
        let path = folder + "/" + name
        try Data(count: bytes).write(to: URL(fileURLWithPath: path))
        let stamp = try #require(FileStamp(path: path))
        var stamps = CodingTable<FileStamp>()
        stamps[.identity] = stamp
        var file = KnownFile("a", stamps: stamps, checkedAt: 0, earlier: nil)
        file.keep(Representation(stamp: stamp, content: .whole(ByteBuffer()), tag: name), .identity)
        return file
    }

    /// What a file of so many bytes counts for: itself, its entry and its one coding.
    private func cost(_ bytes: Int) -> Int { bytes + 2 * KnownFile.overheadBytes }

    @Test func staysWithinItsLimit() throws {
        let memory = FileMemory(limitBytes: 20_000)
        for index in 0..<50 {
            memory.keep(try make("\(index)", bytes: 1_000), at: "\(index)")
            #expect(memory.keptBytes <= 20_000)
        }
        #expect(memory.keptBytes > 0)
    }

    @Test func keepsWhatIsAskedForAgain() throws {
        let memory = FileMemory(limitBytes: 20_000)
        memory.keep(try make("wanted", bytes: 1_000), at: "wanted")
        for index in 0..<50 {
            memory.keep(try make("\(index)", bytes: 1_000), at: "\(index)")
            #expect(memory.find("wanted") != nil)
        }
        #expect(memory.find("0") == nil)
    }

    @Test func doesNotKeepWhatIsTooLarge() throws {
        let memory = FileMemory(limitBytes: 20_000)
        memory.keep(try make("small", bytes: 1_000), at: "small")
        memory.keep(try make("large", bytes: 9_000), at: "large")
        #expect(memory.find("large") == nil)
        #expect(memory.keptBytes == cost(1_000))
    }

    @Test func aReplacedVersionIsNotCountedTwice() throws {
        let memory = FileMemory(limitBytes: 20_000)
        for bytes in 1...20 { memory.keep(try make("a", bytes: 1_000 + bytes), at: "a") }
        #expect(memory.keptBytes == cost(1_020))
        memory.remove("a")
        #expect(memory.keptBytes == 0)
        #expect(memory.find("a") == nil)
    }

    @Test func anEarlierVersionIsNotKeptWithTheStampOfTheNext() throws {
        let first = try make("a", bytes: 10)
        let second = try make("a", bytes: 11)
        #expect(KnownFile("a", stamps: first.stamps, checkedAt: 1, earlier: first).kept[.identity] != nil)
        #expect(KnownFile("a", stamps: second.stamps, checkedAt: 1, earlier: first).kept[.identity] == nil)
        let memory = FileMemory(limitBytes: 20_000)
        memory.keep(KnownFile("a", stamps: second.stamps, checkedAt: 1, earlier: nil), at: "a")
        memory.add(try #require(first.kept[.identity]), .identity, to: "a")
        #expect(memory.find("a")?.kept[.identity] == nil)
        memory.add(try #require(second.kept[.identity]), .identity, to: "a")
        #expect(memory.find("a")?.kept[.identity] != nil)
    }
}
