import Foundation
import Rankings
import Testing

/// The database does not answer: at the start, in the middle of a slot, for many minutes.
@Suite(.serialized) struct DatabaseOutageTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let first = starts + .hours(50)
    private static let board = "sim-1/main"
    private static let nobody = "no process read it in its minute"

    /// Has the server; the other house knows no more of it than its socket.
    private let server: House
    private let house: House

    init() throws {
        server = try House()
        house = try House()
        try server.configure(game: "sim", followsClock: false)
        _ = try server.output(["database", "start"])
        _ = try server.output(["database", "migrate"])
    }

    private func configure(log: String = "warning", extra: String = "") throws {
        let socket = server.folder.appendingPathComponent("data/mariadb/server.sock").path
        try house.configure(
            game: "sim", log: log,
            extra: "database: { socket: \(socket), user: root, name: borderline }\n\(extra)")
    }

    private func startDatabase() throws { _ = try server.output(["database", "start"]) }
    private func stopDatabase() throws { _ = try server.output(["database", "stop"]) }

    private func outcomes() throws -> [[String: String]] { try house.rows(["history", "outcomes", Self.board]) }

    /// One outcome for each minute up to the last one there is.
    private func expectEveryMinuteOnce(from first: Instant = first, _ outcomes: [[String: String]]) throws {
        let slots = try outcomes.map { Slot(containing: try #require($0["slot"].flatMap { Instant($0) })) }
        #expect(slots.first == Slot(containing: first))
        #expect(slots == (0..<slots.count).map { Slot(containing: first) + $0 })
    }

    @Test func minuteWithoutADatabaseIsMissedOnceItIsBack() async throws {
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.first)", "--speed", "max"])
        try configure(extra: "crawl: { time_limit: 10s }")
        _ = try house.output(["tick"])
        try stopDatabase()
        try await house.advanceSimulator(to: Self.first + .minutes(1))
        let tick = try house.borderline(["tick"])
        #expect(tick.status == 1)
        #expect(tick.errors.contains("waiting for the database"), "\(tick.errors)")
        #expect(tick.errors.contains("server.sock"), "\(tick.errors)")
        try startDatabase()
        try await house.advanceSimulator(to: Self.first + .minutes(2))
        _ = try house.output(["tick"])
        let outcomes = try outcomes()
        try expectEveryMinuteOnce(outcomes)
        #expect(outcomes.map { $0["outcome"] == "missed" } == [false, true, false])
        #expect(outcomes[1]["reason"] == Self.nobody)
    }

    @Test func readingIsRecordedThoughTheDatabaseIsKilledMeanwhile() throws {
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.first)", "--speed", "max"])
        try configure()
        _ = try house.output(["tick"])
        try house.simulator?.stop()
        let next = Self.first + .minutes(1)
        try house.startSimulator([
            "--epoch", "\(Self.starts)", "--start-at", "\(next)", "--speed", "1", "--fault", "slow:1", "--slow-for",
            "4s",
        ])
        try configure(log: "debug")
        let tick = try house.start(["tick"])
        _ = try tick.errorLine(containing: "slots claimed")
        kill(try #require(server.serverProcess()), SIGKILL)
        _ = try tick.errorLine(containing: "database does not answer, trying again")
        try startDatabase()
        let finished = try tick.wait(within: 90)
        #expect(finished.status == 0, "\(finished.errors.suffix(2000))")
        let outcomes = try outcomes()
        try expectEveryMinuteOnce(outcomes)
        #expect(outcomes.count == 2)
        #expect(outcomes.allSatisfy { ["changed", "unchanged"].contains($0["outcome"]) })
        let run = try #require(try house.rows(["runs", "tick"]).first)
        #expect(run["planned"] == Slot(containing: next).description)
        #expect(run["outcome"] == "succeeded", "\(run)")
    }

    @Test func upWaitsAtTheStartAndGoesOnAfterAnOutage() throws {
        try stopDatabase()
        // Two seconds a minute: a claim that expires after 15 s does so within ten minutes.
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.first)", "--speed", "30"])
        try configure(log: "debug")
        let up = try house.start(["up", "--until", "\(Self.first + .minutes(20))"])
        _ = try up.errorLine(containing: "waiting for the database")
        try startDatabase()
        _ = try up.errorLine(containing: "slot concluded")
        try stopDatabase()
        _ = try up.errorLine(containing: "job not run")
        try startDatabase()
        let finished = try up.wait(within: 300)
        #expect(finished.status == 0, "\(finished.errors.suffix(2000))")
        let outcomes = try outcomes()
        let begun = try #require(outcomes.first?["slot"].flatMap { Instant($0) })
        try expectEveryMinuteOnce(from: begun, outcomes)
        #expect(outcomes.last?["slot"] == "\(Self.first + .minutes(20))")
        #expect(outcomes.contains { $0["outcome"] == "missed" && $0["reason"] == Self.nobody })
        #expect(outcomes.last?["outcome"] != "missed")
        // Every minute's run is there, those that could not be begun too.
        let runs = try house.rows(["runs", "tick"])
        let planned = Set(runs.compactMap { $0["planned"] })
        #expect(outcomes.compactMap { $0["slot"] }.filter { !planned.contains($0) } == [])
        #expect(runs.contains { $0["outcome"] == "failed" && $0["detail"]?.contains("server.sock") == true })
    }

    @Test func monitorsSeeTheOutageAndItsEnd() async throws {
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.first)", "--speed", "1"])
        try configure()
        let up = try house.start(["up"])
        let line = try up.line(containing: "Metrics are at ")
        let metrics = try #require(URL(string: String(line.dropFirst("Metrics are at ".count))))
        let ready = metrics.deletingLastPathComponent().appendingPathComponent("ready")
        try await house.answer(of: ready, status: 200, containing: "up to date: 1")
        let text = try await house.answer(of: metrics, status: 200, containing: "last_success_timestamp_seconds{")
        for sample in [
            "borderline_ready 1\n", "borderline_slots_total{game=\"sim\",outcome=\"changed\"} 1\n",
            "borderline_edition_overdue_seconds{board=\"sim-1/main\"} ",
            "borderline_job_last_success_timestamp_seconds{job_id=\"tick\"} ",
            "borderline_job_runs_total{job_id=\"tick\",outcome=\"succeeded\"} 1\n",
        ] {
            #expect(text.contains(sample), "\(sample)")
        }
        try stopDatabase()
        let words = try await house.answer(of: ready, status: 503)
        #expect(words == "not ready\nthe database does not answer\n")
        #expect(try await house.answer(of: metrics, status: 200).contains("borderline_ready 0\n"))
        try startDatabase()
        try await house.answer(of: ready, status: 200)
        #expect(try up.stop().status == 0)
    }
}
