import DiskSpace
import Foundation
import Rankings
import Testing

/// On real files in a folder of their own.
@Suite final class DiskGaugeTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("disk-\(UUID().uuidString)").path
    private let gauge = DiskGauge()

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @Test func filesInAllFoldersCountOnce() async throws {
        let inner = "\(folder)/a/b"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        let empty = try await gauge.allocatedBytes(of: [folder])
        try Data(repeating: 7, count: 300_000).write(to: URL(fileURLWithPath: "\(inner)/file"))
        let one = try await gauge.allocatedBytes(of: [folder])
        #expect(one - empty >= 300_000 && one - empty < 400_000)
        #expect(try await gauge.allocatedBytes(of: [folder, "\(folder)/a", folder]) == one)
        #expect(try await gauge.allocatedBytes(of: ["\(folder)/absent"]) == 0)
    }

    @Test func freeRoomIsToldOfAFolderThatIsToCome() async throws {
        #expect(try await gauge.freeBytes(at: "\(folder)/to/come") > 0)
    }

    @Test func samplesOfAWeekAreKept() throws {
        let file = DiskSampleFile(path: "\(folder)/samples")
        let start = Instant(unixSeconds: 1_795_176_000)
        #expect(file.samples().isEmpty && file.isDue(at: start))
        for hour in 0...200 { try file.add(DiskSample(at: start + .hours(hour), bytes: Int64(hour))) }
        #expect(file.samples().map(\.bytes) == Array(32...200))
        #expect(!file.isDue(at: start + .hours(200) + .minutes(59)))
        #expect(file.isDue(at: start + .hours(201)))
        #expect(file.isDue(at: start), "a clock that went back must not silence it")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["samples"])
    }

    @Test func whatIsNoSampleIsLeftOut() throws {
        try "1795176000 5\nrubbish\n1 2 3\n\n1795179600 6".write(
            toFile: "\(folder)/samples", atomically: true, encoding: .utf8)
        #expect(DiskSampleFile(path: "\(folder)/samples").samples().map(\.bytes) == [5, 6])
    }
}
