import Foundation
import Rankings
import Testing

/// Publishing dies, or the disk is full, at any write, rename or flush: readers never see half a file, and the next
/// publishing brings what was to come.
@Suite(.serialized, .enabled(if: Strace.isPermitted, "needs strace, and to be allowed to trace"))
struct PublishingCrashTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let writes = ["write", "pwrite64"]
    private static let renames = ["rename", "renameat", "renameat2"]
    private static let flushes = ["syncfs", "fsync", "fdatasync"]
    /// Calls that are struck alike, and of how many of them one in `make test`.
    struct Target: CustomTestStringConvertible {
        let names: [String]
        let stride: Int
        var testDescription: String { names[0] }
    }

    private static let targets = [
        Target(names: writes, stride: 4), Target(names: renames, stride: 4), Target(names: flushes, stride: 1),
    ]

    /// More calls of one kind than one publishing makes on one thread.
    private static let limit = 60

    private func house() throws -> House {
        let house = try House()
        try house.startSimulator(
            ["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(50))", "--speed", "max"])
        try house.configure(game: "sim", log: "error")
        _ = try house.output(["database", "start"])
        _ = try house.output(["tick"])
        return house
    }

    /// Records the next minute, which is not published yet.
    private func recordMinute(in house: House) async throws -> Slot {
        let next = try await house.simulatedNow() + .minutes(1)
        try await house.advanceSimulator(to: next)
        _ = try house.output(["crawl"])
        return Slot(containing: next)
    }

    private func publishedSlot(of house: House) throws -> Int64 {
        struct Root: Decodable { let slot: Int64 }
        let root = try #require(house.published("e/sim-1/main/latest.json"))
        return try JSONDecoder().decode(Root.self, from: root).slot
    }

    @Test(arguments: Strace.Fault.allCases, targets)
    func nextPublishingContinuesAfter(fault: Strace.Fault, at target: Target) async throws {
        let house = try house()
        var struck = 0
        for count in stride(from: 1, to: Self.limit, by: CrashRounds.stride(target.stride)) {
            let before = try publishedSlot(of: house)
            let slot = try await recordMinute(in: house)
            let strace = Strace(in: house)
            let finished = try strace.run(["publish"], calls: target.names, fault: fault, at: count)
            let shown = try publishedSlot(of: house)
            try PublishedTree(of: house).check()
            #expect([before, slot.unixSeconds].contains(shown))
            // What was acknowledged is there.
            if finished.status == 0 { #expect(shown == slot.unixSeconds) }
            guard try strace.hasStruck(fault) else { break }
            struck += 1
            _ = try house.output(["publish"])
            #expect(try publishedSlot(of: house) == slot.unixSeconds)
        }
        #expect(struck > 0, "no call was struck")
        // Byte for byte what a run without any accident publishes, and no rest of those that had one.
        let slot = try publishedSlot(of: house)
        let again = try house.output(["publish", "--as-of", String(slot), "sim-1/main"])
        #expect(house.published("e/sim-1/main/latest.json") == Data(again.utf8))
        let end = try await house.simulatedNow()
        _ = try house.output(["up", "--until", "\(end + .minutes(1))"])
        try PublishedTree(of: house).check(isAtRest: true)
    }

    /// What a root names is on the disk before the root has its name.
    @Test func flushComesBeforeTheRoot() async throws {
        let house = try house()
        _ = try await recordMinute(in: house)
        let strace = Strace(in: house)
        let finished = try strace.run(["publish"], calls: Self.writes + Self.renames + Self.flushes)
        #expect(finished.status == 0, "\(finished.errors)")
        let lines = try strace.lines().filter { $0.contains("/Output") }
        let root = try #require(lines.firstIndex { $0.contains("rename") && $0.contains("main/latest.json\"") })
        let flush = try #require(lines[..<root].lastIndex { $0.contains("syncfs(") })
        #expect(lines[flush].hasSuffix("= 0"))
        for (place, line) in lines.enumerated() where line.contains("e/sim-1/main/") && line.contains("write") {
            #expect(place < flush, "written after the flush: \(line)")
        }
        let dependencies = lines.indices.filter { lines[$0].contains("rename") && lines[$0].contains("main/at/") }
        #expect(!dependencies.isEmpty && dependencies.allSatisfy { $0 < flush })
        let roots = lines[..<root].filter { $0.contains("rename") && $0.contains("main/index.html\"") }
        #expect(roots.count == 1, "the document comes last")
    }
}
