import Foundation
import Rankings
import Testing

/// Killed at any instant, the next start continues.
@Suite struct CrashTests {
    @Test(arguments: [SIGKILL, SIGTERM, SIGINT])
    func nextStartContinuesAfter(signal: Int32) throws {
        let house = try House()
        let starts = Instant(unixSeconds: 1_767_247_200)
        try house.startSimulator(["--epoch", "\(starts)", "--start-at", "\(starts)", "--speed", "max"])
        try house.configure(game: "sim")
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5 {
            let before = house.shownSlot(of: "sim-1/main")
            let program = try house.start(["up"])
            _ = try program.line(containing: "Borderline is at")
            while house.shownSlot(of: "sim-1/main") == before, program.process.isRunning { usleep(20_000) }
            usleep(UInt32.random(in: 50_000...1_500_000, using: &generator))
            program.send(signal)
            let finished = try program.wait(within: 60)
            if signal != SIGKILL { #expect(finished.status == 0, "\(finished.errors.suffix(2000))") }
            try PublishedTree(of: house).check()
        }
        let outcomes = try house.rows(["history", "outcomes", "sim-1/main"])
        let slots = outcomes.compactMap { $0["slot"] }
        #expect(slots.count > 4)
        #expect(Set(slots).count == slots.count)
        #expect(outcomes.allSatisfy { ["changed", "unchanged", "missed"].contains($0["outcome"]) })
    }

    @Test func killedDatabaseComesBackWithinTheRun() throws {
        let house = try House()
        let starts = Instant(unixSeconds: 1_767_247_200)
        try house.startSimulator(["--epoch", "\(starts)", "--start-at", "\(starts)", "--speed", "max"])
        try house.configure(game: "sim")
        let program = try house.start(["up", "--until", "\(starts + .hours(6))"])
        _ = try program.line(containing: "Borderline is at")
        usleep(500_000)
        let server = try #require(house.serverProcess())
        kill(server, SIGKILL)
        let finished = try program.wait(within: 300)
        #expect(finished.status == 0, "\(finished.errors.suffix(2000))")
        let outcomes = try house.rows(["history", "outcomes", "sim-1/main"])
        #expect(outcomes.count >= 360)
        #expect(outcomes.count { $0["outcome"] == "missed" } < 10)
    }
}
