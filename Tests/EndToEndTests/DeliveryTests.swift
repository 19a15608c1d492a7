import Foundation
import Rankings
import Testing

/// Answers that come twice or late, by real processes on one database.
@Suite(.enabled(if: HistoryOracle.isInstalled, "needs python3")) struct DeliveryTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    private func house() throws -> House {
        let house = try House()
        // Slow, so that there is time to stop a process between its question and the answer.
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(50))", "--speed", "max",
            "--log", HistoryOracle.log, "--fault", "slow:1", "--slow-for", "5s",
        ])
        try house.configure(game: "sim", log: "debug")
        _ = try house.output(["database", "start"])
        _ = try house.output(["database", "migrate"])
        return house
    }

    @Test func answersThatComeTwiceOrLateChangeNothing() async throws {
        let house = try house()
        var acknowledged: [Acknowledgement] = []
        var now = Self.starts + .hours(50)
        for _ in 0..<3 {
            let programs = try (0..<3).map { _ in try house.start(["crawl"]) }
            let finished = try programs.map { try $0.wait(within: 120) }
            #expect(finished.map(\.status).sorted() == [0, 75, 75], "one records, the others leave the slot to it")
            acknowledged += finished.flatMap { Acknowledgement.all(in: $0.errors) }
            now = now + .minutes(1)
            try await house.advanceSimulator(to: now)
        }
        let late = try house.start(["crawl"])
        try await waitUntilAsked(at: now, in: house)
        late.send(SIGSTOP)
        try await house.advanceSimulator(to: now + .minutes(1))
        acknowledged += Acknowledgement.all(in: try house.borderline(["crawl"]).errors)
        late.send(SIGCONT)
        let finished = try late.wait(within: 120)
        #expect(finished.output == "missed: 1\n", "\(finished.errors)")
        let report = try HistoryOracle(house: house, epoch: Self.starts).report(
            on: ["sim-1/main"], through: now + .minutes(1), excuses: ["arrived after a newer slot"],
            acknowledged: acknowledged)
        #expect(report.count == 0, "\(report.differences.joined(separator: "\n"))")
        #expect(report.slots == 5 && acknowledged.count == 4)
        #expect(report.variety["missed"] == 1 && report.variety["changed"] == 4)
    }

    /// Waits until the simulator has logged both questions of the slot; the answers are seconds away then.
    private func waitUntilAsked(at instant: Instant, in house: House) async throws {
        let log = house.folder.appendingPathComponent(HistoryOracle.log)
        for _ in 0..<600 {
            let lines = String(decoding: try Data(contentsOf: log), as: UTF8.self).split(separator: "\n")
            if lines.count(where: { $0.hasPrefix("{\"at\":\(instant.unixMilliseconds),") }) == 2 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the crawl never asked")
    }
}
