import Foundation
import Rankings
import TestSupport
import Testing

/// Readers behind a cache in which each URL expires on its own, while editions are published and the publisher is
/// killed at random, never find a contradiction. See `Tests/Documents/reader.py`.
@Suite(
    .serialized,
    .enabled(if: FrontCache.isInstalled && TestPython.has("brotli.py"), "needs nginx; \(TestPython.advice)")
)
struct ReaderTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    /// A minute in two seconds, from a quarter before an hour that gets its pack while readers are there.
    private static let speed = 30
    private static let began = starts + .hours(50) + .minutes(45)
    private static let seconds = 75.0

    @Test func nobodyEverSeesAContradiction() async throws {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.began)", "--speed", "\(Self.speed)",
        ])
        try house.configure(game: "sim", log: "error")
        _ = try house.output(["database", "start"])
        let first = try house.start(["up"])
        while house.shownSlot(of: "sim-1/main") == nil, first.process.isRunning {
            try await Task.sleep(for: .milliseconds(50))
        }
        try first.stop()
        let origin = try house.start(["serve"])
        defer { origin.send(SIGKILL) }
        let port = try #require(
            origin.line(containing: "http://127.0.0.1:").firstMatch(of: /127\.0\.0\.1:([0-9]+)/)?.1)
        let front = try FrontCache(before: "127.0.0.1:\(port)", in: house.folder)
        let readers = try RunningProgram(
            TestPython.executable,
            [
                Programs.checkout.appendingPathComponent("Tests/Documents/reader.py").path, front.url,
                "\(Self.seconds)",
            ], in: house.folder)
        let kills = try await publishAndKill(in: house) { readers.process.isRunning }
        let finished = try readers.wait(within: 120)
        #expect(finished.status == 0, "\(finished.errors)\n\(finished.output)")
        #expect(kills > 3)
        let counts = Dictionary(
            uniqueKeysWithValues: finished.output.split(separator: "\n").map { line in
                let words = line.components(separatedBy: ": ")
                return (words[0], Int(words[1]) ?? 0)
            })
        for kind in ["roots", "pages", "forecasts", "series", "samples", "minutes", "packs", "minutes in packs"] {
            #expect(counts[kind, default: 0] > 0, "no \(kind) were read: \(finished.output)")
        }
    }

    /// Runs the program again and again, and kills it after a while, as long as somebody reads.
    private func publishAndKill(in house: House, while isRead: () -> Bool) async throws -> Int {
        var generator = SystemRandomNumberGenerator()
        var kills = 0
        while isRead() {
            let program = try house.start(["up"])
            _ = try program.line(containing: "Borderline is at")
            try await Task.sleep(for: .milliseconds(Int64.random(in: 500...9_000, using: &generator)))
            program.send(SIGKILL)
            _ = try program.wait(within: 30)
            kills += 1
        }
        return kills
    }
}
