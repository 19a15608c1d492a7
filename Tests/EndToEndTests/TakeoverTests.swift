import Foundation
import Rankings
import Testing

/// Two processes on one database, of which the one that reads a slot dies or is paused.
@Suite(.serialized) struct TakeoverTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let first = starts + .hours(50)
    /// The minute in which it happens.
    private static let slot = Slot(containing: first + .minutes(3))
    private static let board = "sim-1/main"

    @Test func slotOfAKilledOwnerIsReadWithinTheSlot() throws {
        let (house, owner, other) = try Self.ownerAndOther()
        owner.send(SIGKILL)
        let finished = try other.wait(within: 90)
        #expect(finished.status == 0, "\(finished.errors.suffix(2000))")
        #expect(finished.errors.contains("slots taken over"))
        _ = try owner.wait(within: 10)
        try Self.checkReadOnce(in: house)
        let tick = try #require(try house.rows(["runs", "tick"]).first { $0["outcome"] == "succeeded" })
        #expect(tick["planned"] == Self.slot.description)
        try PublishedTree(of: house).check()
    }

    @Test func pausedOwnerPublishesNothing() throws {
        let (house, owner, other) = try Self.ownerAndOther()
        owner.send(SIGSTOP)
        let finished = try other.wait(within: 90)
        #expect(finished.status == 0, "\(finished.errors.suffix(2000))")
        #expect(finished.errors.contains("slots taken over"))
        let before = try Self.published(in: house)
        owner.send(SIGCONT)
        let resumed = try owner.wait(within: 60)
        #expect(resumed.errors.contains("claim lost to another process"), "\(resumed.errors.suffix(2000))")
        #expect(resumed.status == 75)
        #expect(try Self.published(in: house) == before)
        try Self.checkReadOnce(in: house)
    }

    /// One process that has claimed a slot and waits for the upstream, and one that waits for the first.
    private static func ownerAndOther() throws -> (House, RunningProgram, RunningProgram) {
        let house = try House()
        try house.startSimulator(["--epoch", "\(starts)", "--start-at", "\(first)", "--speed", "max"])
        try house.configure(game: "sim")
        _ = try house.output(["tick"])
        // So that no process waits until the other's server has stopped.
        _ = try house.output(["database", "start"])
        try house.simulator?.stop()
        try house.startSimulator([
            "--epoch", "\(starts)", "--start-at", "\(slot.start)", "--speed", "1", "--fault", "slow:1", "--slow-for",
            "8s",
        ])
        try house.configure(game: "sim", log: "debug")
        let owner = try house.start(["tick"])
        _ = try owner.errorLine(containing: "slots claimed")
        let other = try house.start(["tick"])
        _ = try other.errorLine(containing: "slots read by another process")
        return (house, owner, other)
    }

    private static func checkReadOnce(in house: House) throws {
        let outcomes = try house.rows(["history", "outcomes", board]).filter { $0["slot"] == slot.description }
        #expect(outcomes.count == 1)
        #expect(["changed", "unchanged"].contains(outcomes.first?["outcome"]))
        let latency = try #require(outcomes.first?["latency_ms"].flatMap { Int($0) })
        #expect((1...60_000).contains(latency))
        let latest = try #require(house.published("e/sim-1/main/latest.json"))
        #expect(String(decoding: latest, as: UTF8.self).contains("\"slot\":\(slot.unixSeconds),"))
    }

    /// Everything readers can see, by path.
    private static func published(in house: House) throws -> [String: Data] {
        let output = house.folder.appendingPathComponent("Output")
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
            let file = output.appendingPathComponent(path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try Data(contentsOf: file)
            }
        }
        return files
    }
}
