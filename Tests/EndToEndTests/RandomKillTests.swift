import Foundation
import Rankings
import Testing

/// `kill -9` at random instants of a running system, of the program and of its database.
@Suite(.serialized, .enabled(if: HistoryOracle.isInstalled, "needs python3")) struct RandomKillTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    /// Minutes of one round, and rounds until abandoned slots are closed: a crawl looks for them in the last two hours.
    private static let minutes = 12
    private static let roundsBeforeSettling = 5

    private enum Victim: CaseIterable {
        case program
        case database
        case both
    }

    @Test func nothingAcknowledgedIsLostDoubledOrTorn() async throws {
        let house = try House()
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(50))", "--speed", "max",
            "--log", HistoryOracle.log,
        ])
        try house.configure(game: "sim", log: "debug")
        try await house.warmSimulator()
        _ = try house.output(["tick"])
        var acknowledged: [Acknowledgement] = []
        var generator = SystemRandomNumberGenerator()
        for round in 1...CrashRounds.kills {
            let victim = Victim.allCases[round % Victim.allCases.count]
            acknowledged += try await self.round(killing: victim, in: house, using: &generator)
            try PublishedTree(of: house).check()
            if round % Self.roundsBeforeSettling == 0 {
                try await Abandonment(house: house).settle(board: "sim-1/main")
            }
        }
        try await Abandonment(house: house).settle(board: "sim-1/main")
        let now = try await house.simulatedNow()
        let report = try HistoryOracle(house: house, epoch: Self.starts).report(
            on: ["sim-1/main"], through: now, excuses: Abandonment.reasons, acknowledged: acknowledged)
        #expect(report.count == 0, "\(report.differences.joined(separator: "\n"))")
        #expect(acknowledged.count >= CrashRounds.kills)
        _ = try house.output(["up", "--until", "\(now + .minutes(1))"])
        try PublishedTree(of: house).check(isAtRest: true)
    }

    /// - Returns: what the program said to have recorded.
    private func round(
        killing victim: Victim, in house: House, using generator: inout SystemRandomNumberGenerator
    ) async throws -> [Acknowledgement] {
        let end = try await house.simulatedNow() + .minutes(Self.minutes)
        let program = try house.start(["up", "--until", "\(end)"])
        _ = try program.line(containing: "Borderline is at")
        try await Task.sleep(for: .milliseconds(Int64.random(in: 0...800, using: &generator)))
        if victim != .program, let server = house.serverProcess() { kill(server, SIGKILL) }
        if victim != .database { program.send(SIGKILL) }
        _ = try program.wait(within: 120)
        return Acknowledgement.all(in: program.errors)
    }
}
