import Foundation
import Rankings
import Testing

/// The database dies, or its disk is full, at any write or flush of a recording: what was acknowledged is there, what
/// was not is there whole or not at all.
@Suite(
    .serialized, .enabled(if: Strace.isPermitted, "needs strace, and to be allowed to trace"),
    .enabled(if: HistoryOracle.isInstalled, "needs python3"))
struct RecordingCrashTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    /// What the redo log and the tables are written with; after a plain `write`, as to its log, the server waits a
    /// minute for somebody to make room.
    private static let writes = ["pwrite64", "pwritev", "pwritev2"]
    private static let flushes = ["fsync", "fdatasync"]
    /// More calls of one kind than the server makes for one recording on one thread.
    private static let limit = 12

    private func house() async throws -> House {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(50))", "--speed", "max",
            "--log", HistoryOracle.log,
        ])
        try house.configure(game: "sim", log: "debug")
        try await house.warmSimulator()
        _ = try house.output(["database", "migrate"])
        return house
    }

    @Test func nothingAcknowledgedIsLostOrTorn() async throws {
        let house = try await house()
        // A first slot that is recorded: of a board that was never read no slot is owed.
        var acknowledged = Acknowledgement.all(in: try house.borderline(["crawl"], within: 60).errors)
        var struck = 0
        for (calls, fault) in [Self.writes, Self.flushes].flatMap({ calls in Strace.Fault.allCases.map { (calls, $0) } }
        ) {
            for count in stride(from: 1, through: Self.limit, by: CrashRounds.stride(2)) {
                _ = try house.output(["database", "start"])
                try await house.advanceSimulator(to: try await house.simulatedNow() + .minutes(1))
                let strace = Strace(in: house)
                let server = try #require(house.serverProcess())
                let tracer = try strace.attach(to: server, calls: calls, fault: fault, at: count)
                let finished = try house.borderline(["crawl"], within: 60)
                Strace.detach(tracer)
                acknowledged += Acknowledgement.all(in: finished.errors)
                guard try strace.hasStruck(fault) else { break }
                struck += 1
            }
        }
        #expect(struck >= 4, "no more than \(struck) calls were struck")
        try await Abandonment(house: house).settle(board: "sim-1/main")
        let report = try HistoryOracle(house: house, epoch: Self.starts).report(
            on: ["sim-1/main"], through: try await house.simulatedNow(), excuses: Abandonment.reasons,
            acknowledged: acknowledged)
        #expect(report.count == 0, "\(report.differences.joined(separator: "\n"))")
        #expect(report.slots > struck && !acknowledged.isEmpty)
    }

    /// The server answers COMMIT when the redo log is on the disk, not before.
    @Test func flushComesBeforeTheAnswer() async throws {
        let house = try await house()
        _ = try house.output(["database", "start"])
        _ = try house.output(["crawl"])
        try await house.advanceSimulator(to: Self.starts + .hours(50) + .minutes(1))
        let strace = Strace(in: house)
        let tracer = try strace.attach(
            to: try #require(house.serverProcess()),
            calls: Self.writes + Self.flushes + ["recvfrom", "sendto", "sendmsg", "recvmsg", "read"])
        #expect(try house.output(["crawl"]) == "changed: 1\n")
        Strace.detach(tracer)
        let commits = try CommitTrace(strace.lines()).commits
        #expect(commits.count { $0.hasWritten } >= 2, "the claim and the reading")
        for commit in commits where commit.hasWritten { #expect(commit.isFlushedFirst, "\(commit.lines)") }
    }
}
