import Foundation
import Rankings
import Testing

/// Players of past events that are kept for a time, and room that is watched.
@Suite(.serialized) struct RetentionTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    @Test func playersOfAPastEventGoAndItsBordersStay() async throws {
        let house = try House()
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max"])
        try house.configure(game: "sim", cadence: "15m", playerPages: true)
        _ = try house.borderline(["tick"])
        let known = try #require(house.rows(["history", "boards"]).first { $0["board"] == "sim-1/main" })
        let ends = try #require(known["ends"].flatMap(Instant.init))
        try await house.advanceSimulator(to: ends - .hours(3))
        // The announcement, corrections, the close, and the day after.
        _ = try house.output(["up", "--until", "\(ends + .hours(72))"], within: 600)
        let board = "sim-1/main"
        let borders = try borders(of: board, in: house, at: ends + .hours(1))
        let outcomes = try house.output(["history", "outcomes", board, "--format", "csv"])
        #expect(borders.count > 5)
        #expect(try house.output(["history", "prune"]).contains("events pruned: 0"), "for ever is the default")

        let yaml = house.folder.appendingPathComponent("borderline.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
        try text.replacingOccurrences(of: "cadence: 15m", with: "cadence: 15m\n    keep_players: 1d")
            .write(to: yaml, atomically: true, encoding: .utf8)
        let dry = try house.output(["history", "prune", "--dry-run"])
        #expect(dry.contains("sim-1, closed ") && dry.contains("would be removed: 1"), "\(dry)")
        #expect(try house.output(["history", "series", board, "--rank", "1"]).contains("\n"))

        #expect(try house.output(["history", "prune"]).contains("events pruned: 1; removed "))
        #expect(try self.borders(of: board, in: house, at: ends + .hours(1)) == borders)
        #expect(try house.output(["history", "outcomes", board, "--format", "csv"]) == outcomes)
        let standing = try house.borderline(["history", "standing", board, "--at", "\(ends)"])
        #expect(standing.status == 0 && !standing.output.contains("entry"))
        #expect(standing.errors.contains("the players of sim-1/main were removed on "), "\(standing.errors)")
        let series = try house.borderline(["history", "series", board, "--player", "0123456789abcdef"])
        #expect(series.status == 1 && series.errors.contains("were removed on "))
        let page = String(decoding: try #require(house.published("e/sim-1/main/index.html")), as: UTF8.self)
        #expect(page.contains("those of this board were removed on") && page.contains("<tr class=\"border\" data-key"))
        #expect(!page.contains("<tr data-key"))
        let at = try FileManager.default.contentsOfDirectory(atPath: "\(house.folder.path)/Output/e/sim-1/main/at")
        #expect(at.filter { $0.hasSuffix(".json") }.count == 1)
        try PublishedTree(of: house).check(isAtRest: true)
        #expect(try house.output(["history", "prune"]).contains("events pruned: 0"))
        #expect(try house.borderline(["forecast", "--all"]).status == 0)
    }

    private func borders(of board: String, in house: House, at instant: Instant) throws -> [[String: String]] {
        try house.rows(["history", "standing", board, "--at", "\(instant)"]).filter { $0["list"] == "border" }
    }

    @Test func budgetIsWarnedOfByTheDoctorAndOnceAnHour() throws {
        let house = try House()
        try house.configure(game: "sim", followsClock: false, extra: "disk: { budget: 50MB }")
        let tick = try house.borderline(["tick"])
        // A new database alone takes more than four fifths of that.
        #expect(tick.errors.contains("disk budget is short"), "\(tick.errors)")
        #expect(try !house.borderline(["tick"]).errors.contains("disk budget is short"))
        let short = try house.borderline(["doctor"])
        #expect(short.output.contains("wrong disk budget: ") && short.output.contains(" of 50 MB ("))
        try house.configure(game: "sim", followsClock: false, extra: "disk: { budget: 5GB }")
        #expect(try house.borderline(["doctor"]).output.contains("ok    disk budget: "))
        try house.configure(game: "sim", followsClock: false)
        #expect(try !house.borderline(["doctor"]).output.contains("disk budget"))
    }
}
