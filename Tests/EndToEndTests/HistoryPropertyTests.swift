import Foundation
import Rankings
import Testing

/// The standing of every slot of random histories, against an oracle that shares no code with the product.
@Suite(.enabled(if: HistoryOracle.isInstalled, "needs python3")) struct HistoryPropertyTests {
    private static let epoch = Instant(unixSeconds: 1_767_247_200)
    /// Invented events begin every ten days and run for eight.
    private static let period = Duration.hours(240)

    /// One random history: which event, how much of it, and how wild.
    struct Plan: CustomTestStringConvertible {
        let seed: Int
        let event: Int
        let from: Duration
        let length: Duration
        var cadence = 1
        /// When something is due; nil for each minute. Minutes in which nothing is planned cost time all the same.
        var crontab: String?
        let faults: [String]
        /// What has to have happened for the comparison to mean anything.
        let kinds: [String]

        var testDescription: String { "seed \(seed)" }
        var starts: Instant { epoch + period * (event - 1) }
        var boards: [String] {
            let chapters = event % 3 == 0 ? (event - 2...event).map { "chapter-\($0)" } + ["chapter-finale"] : []
            return (["main"] + chapters).map { "sim-\(event)/\($0)" }
        }
    }

    private static let rare = ["absent:0.1", "lowered:0.08", "tied:0.1", "renamed:0.1", "stale:0.08", "half:0.02"]

    private static let plans = [
        // Everything that can happen, in the middle of an event.
        Plan(
            seed: 11, event: 1, from: .hours(52), length: .hours(3),
            faults: ["status-503:0.2", "garbage:0.004", "cut-body:0.004", "slow:0.01"] + rare,
            kinds: [
                "changed", "partial", "refused", "missed", "tie", "overtaking", "left", "returned", "renamed", "fell",
            ]),
        // From one chapter to the next, through the announcement of the first.
        Plan(
            seed: 12, event: 3, from: .minutes(47 * 60 + 20), length: .hours(2), faults: ["status-404:0.1"] + rare,
            kinds: ["changed", "missed", "tie", "overtaking", "left", "returned", "renamed", "fell", "final"]),
        // The end of an event on 9 January, 06:00, its result and all corrections of it.
        Plan(
            seed: 13, event: 1, from: .minutes(190 * 60 + 30), length: .minutes(43 * 60 + 31),
            crontab: """
                * 4,5 9 1 * borderline tick
                10 6-23 9 1 * borderline tick
                10 * 10 1 * borderline tick
                0 0 11 1 * borderline tick

                """,
            faults: rare,
            kinds: ["changed", "refused", "tie", "overtaking", "left", "returned", "fell", "final", "corrected"]),
        // Bans and renamings as they are, over days, with chapters one after the other.
        Plan(
            seed: 14, event: 3, from: .zero, length: .hours(110), cadence: 60,
            crontab: "0,10 * * * * borderline tick\n", faults: ["status-503:0.2"],
            kinds: ["changed", "unchanged", "missed", "tie", "overtaking", "left", "renamed", "final"]),
    ]

    @Test(arguments: plans) func everyStandingIsWhatTheLogShowed(plan: Plan) throws {
        let house = try House()
        let start = plan.starts + plan.from
        try house.startSimulator(
            [
                "--epoch", "\(Self.epoch)", "--start-at", "\(start)", "--speed", "max", "--seed", "\(plan.seed)",
                "--fault-seed", "\(plan.seed)", "--slow-for", "1s", "--log", HistoryOracle.log,
            ] + plan.faults.flatMap { ["--fault", $0] })
        try house.configure(game: "sim", cadence: "\(plan.cadence)m", crontab: plan.crontab)
        let end = start + plan.length
        _ = try house.output(["up", "--until", "\(end)"], within: 900)
        let report = try HistoryOracle(house: house, epoch: Self.epoch).report(
            on: plan.boards, through: end, cadence: plan.cadence, isMutating: true)
        #expect(report.count == 0, "\(report.differences.joined(separator: "\n"))")
        for kind in plan.kinds { #expect((report.variety[kind] ?? 0) > 0, "no \(kind) in \(report.variety)") }
        #expect(report.unnoticed == [])
        #expect((report.noticed ?? []).count >= 18, "no place for \(report.withoutPlace ?? [])")
    }
}
