import Foundation
import Rankings
import Testing

/// Mirrors of one upstream, each with a log of its own of who asked.
@Suite(.serialized) struct MirrorTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)

    private let house: House

    init() throws {
        house = try House()
        // Its clock alone is followed.
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts)", "--speed", "max"])
        _ = try house.output(["database", "start"])
    }

    /// A game with so many events, whose one request each shows a border that grows.
    private func configure(mirrors: [String], events: Int, timeLimit: String) throws {
        let (first, last) = (Self.starts - .hours(1), Self.starts + .hours(100))
        let listed = (1...events).map { "{id: \"\($0)\", name: E, starts: \"\(first)\", ends: \"\(last)\"}" }
        let others = mirrors.dropFirst().map { "{url: \"\($0)\"}" }
        try house.configure(
            games: [
                """
                id: many, name: Many, adapter: mapped, url: "\(mirrors[0])", cadence: 1m, ranks: [100], \
                mirrors: [\(others.joined(separator: ", "))], events: [\(listed.joined(separator: ", "))], \
                mapped: {requests: [{path: "/border/{event}/{rank}", shows: borders, score: score}]}
                """
            ], clock: house.simulatorURL, extra: "crawl: { time_limit: \(timeLimit) }")
    }

    /// The crawls of so many minutes, each by a process of its own, as under cron.
    private func crawl(minutes: Int) async throws {
        for minute in 1...minutes {
            try await house.advanceSimulator(to: Self.starts + .minutes(minute))
            let crawl = try house.run(["crawl"])
            #expect(crawl.status == 0, "\(crawl.output) \(crawl.errors.suffix(2000))")
        }
    }

    private static func border(_ request: AnsweringServer.Request) -> AnsweringServer.Answer {
        .init("{\"score\":\(Int(Date().timeIntervalSince1970 * 1000))}")
    }

    @Test func theGoodOneIsAskedNineTimesOfTenAndADeadOneCostsNoSlot() async throws {
        let good = try AnsweringServer { Self.border($0) }
        let slow = try AnsweringServer { request in
            sleep(1)
            return Self.border(request)
        }
        let failing = try AnsweringServer { _ in .init(status: 500) }
        // Fast, and nothing but an error page.
        let lying = try AnsweringServer { _ in .init("<html>blocked</html>") }
        let dead = "http://127.0.0.1:1"
        let mirrors = [slow.url, failing.url, dead, good.url, lying.url]
        try configure(mirrors: mirrors, events: 40, timeLimit: "20s")
        try await crawl(minutes: 8)

        for event in [1, 40] {
            #expect(try house.outcomes(of: "many-\(event)/main") == Array(repeating: "changed", count: 8))
        }
        let asked = [good, slow, failing, lying].map(\.requests.count)
        #expect(Double(asked[0]) >= 0.9 * Double(asked.reduce(0, +)), "\(asked)")
        #expect(!slow.requests.isEmpty && !failing.requests.isEmpty && !lying.requests.isEmpty)

        let hosts = try house.rows(["upstream", "status"])
        #expect(hosts.map { $0["host"] } == mirrors)
        #expect(hosts[0]["failures"] == "0" && Int(hosts[0]["latency_ms"] ?? "") ?? 0 >= 1000)
        #expect(hosts[1]["failures"] == hosts[1]["requests"] && hosts[1]["requests"] == "\(failing.requests.count)")
        #expect(hosts[2]["failures"] == hosts[2]["requests"] && hosts[2]["requests"] != "0")
        #expect(hosts[3]["requests"] == "\(good.requests.count)" && hosts[3]["failures"] == "0")
        #expect(Int(hosts[3]["share"] ?? "") ?? 0 >= 90)
    }

    @Test func aHostThatHangsLeavesTheOtherItsTime() async throws {
        let good = try AnsweringServer { Self.border($0) }
        let hanging = try AnsweringServer { request in
            sleep(60)
            return Self.border(request)
        }
        try configure(mirrors: [hanging.url, good.url], events: 8, timeLimit: "6s")
        try await crawl(minutes: 3)
        for event in 1...8 {
            #expect(try house.outcomes(of: "many-\(event)/main") == Array(repeating: "changed", count: 3))
        }
        // As many as are asked at once, before the first has failed.
        #expect(hanging.requests.count <= 8)
    }

    @Test func requestsToOneHostKeepTheirInterval() async throws {
        let times = Times()
        let server = try AnsweringServer { request in
            times.note()
            return Self.border(request)
        }
        try configure(mirrors: [server.url], events: 6, timeLimit: "20s")
        let file = house.folder.appending(path: "borderline.yaml")
        let paced = try String(contentsOf: file, encoding: .utf8).replacing(
            "cadence: 1m", with: "cadence: 1m, interval: 200ms")
        try paced.write(to: file, atomically: true, encoding: .utf8)
        try await crawl(minutes: 1)
        let all = times.all
        #expect(all.count == 6)
        // A thread may note its request late, so the whole is looked at: five intervals, less one such delay.
        #expect(all[5].timeIntervalSince(all[0]) >= 0.9)
    }
}
