import Foundation
import FoundationNetworking
import Rankings
import Testing

/// What an upstream that fails or lies leads to: an outcome with its reason, the last standing, a word for viewers, and
/// nothing for any other board.
@Suite(.serialized) struct BadInputTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let world = ["--epoch", "\(starts)", "--speed", "max"]

    private struct Document: Decodable {
        struct List: Decodable {
            let player: [Int]?
            let score: [Int64]
        }

        let slot: Int64
        let as_of: Int64?
        let outcome: String
        let reason: String?
        let names: String
        let entries: List
        let borders: List
    }

    /// A fault, and the outcome with its reason; of a reason that holds a time, what comes before it.
    private static let cases: [(fault: String?, outcome: String, reason: String)] = [
        (nil, "missed", "unreachable (connection refused)"),
        ("slow", "missed", "no answer in time"),
        ("status-403", "missed", "access refused (403)"),
        ("status-404", "missed", "not found (404)"),
        ("status-426", "missed", "the game has a newer version (426)"),
        ("status-429", "missed", "asked too often, next try from "),
        ("status-500", "missed", "an error of the upstream (500)"),
        ("status-503", "missed", "maintenance"),
        ("maintenance", "missed", "maintenance, next try from "),
        ("error-in-body", "missed", "access refused (403)"),
        ("cut-body", "missed", "the answer broke off"),
        ("huge-body", "missed", "the answer is too large"),
        ("bomb", "missed", "the answer is too large"),
        ("garbage", "missed", "not understood: not JSON"),
        ("wrong-types", "missed", "entries: not understood: .rankings[0].rank has another type; borders: not "),
        ("duplicate-ranks", "refused", "a player is listed twice"),
        ("no-rows", "refused", "only 0 of 100 entries"),
        ("no-borders", "refused", "only 0 of "),
        ("half", "refused", "only "),
    ]

    @Test func eachFaultHasItsOutcomeAndTouchesNoOtherBoard() async throws {
        let house = try House()
        try house.startSimulator(Self.world + ["--start-at", "\(Self.starts + .hours(5))"])
        _ = try house.output(["database", "start"])
        let (honest, url) = try house.simulator(
            Self.world + ["--port", "0", "--start-at", "\(Self.starts + .hours(5))"])
        try house.configure(
            games: [
                "id: well, name: Well, adapter: game-server, url: \"\(house.simulatorURL)\"",
                "id: ill, name: Ill, adapter: game-server, url: \"\(url)\"",
            ], clock: house.simulatorURL, extra: "crawl: { time_limit: 3s }")
        try await house.warmSimulator()
        _ = try await URLSession.shared.data(from: try #require(URL(string: "\(url)/api/event/1/ranking-border")))
        #expect(try house.run(["tick"]).status == 0)
        try honest.stop()
        let port = String(try #require(url.split(separator: ":").last))
        let good = try document("ill-1", of: house)
        let seen = clock(Instant(unixSeconds: good.slot))

        for (fault, outcome, reason) in Self.cases {
            let name = fault ?? "nobody listens"
            // Beyond what the fault before asked for.
            let now = try await house.simulatedNow() + .minutes(2)
            try await house.advanceSimulator(to: now)
            let ill = try fault.map { fault in
                try house.simulator(
                    Self.world + ["--port", port, "--start-at", "\(now)", "--fault", "\(fault):1", "--slow-for", "1h"])
            }
            let tick = try house.run(["tick"])
            try ill?.program.stop()
            #expect(tick.status == 3, "\(name): \(tick.errors)")
            let found = try #require(try house.outcomes(of: "ill-1/main").last)
            #expect(found.hasPrefix("\(outcome): \(reason)"), "\(name): \(found)")
            #expect(try house.outcomes(of: "well-1/main").last == "changed")

            let shown = try document("ill-1", of: house)
            #expect(shown.slot == now.unixSeconds && shown.outcome == outcome)
            #expect("\(shown.outcome): \(shown.reason ?? "")" == found)
            #expect(shown.as_of == good.slot && shown.entries.score == good.entries.score, "\(name)")
            #expect(shown.entries.player == good.entries.player && shown.names == good.names)
            #expect(shown.borders.score == good.borders.score)
            let well = try document("well-1", of: house)
            #expect(well.as_of == now.unixSeconds && well.reason == nil)
            let page = String(decoding: try #require(house.published("e/ill-1/main/index.html")), as: UTF8.self)
            let was = outcome == "missed" ? "missed" : "implausible and was not used"
            let words = "The reading of \(clock(now)) was \(was): \(shown.reason ?? "")."
            #expect(page.contains("\(words) The board is shown as it was at \(seen).</p>"), "\(name): \(words)")
            #expect(page.contains("Data of \(seen):00 UTC"))
        }
        try PublishedTree(of: house).check(isAtRest: true)
    }

    @Test(arguments: ["maintenance", "status-429"]) func whoAsksForAPauseGetsIt(fault: String) async throws {
        let house = try House()
        let start = Self.starts + .hours(5)
        try house.startSimulator(
            Self.world + ["--start-at", "\(start)", "--access-log", "access.log", "--fault", "\(fault):0"])
        // A pause that ends within the slot would be waited for.
        try house.configure(game: "sim", extra: "crawl: { time_limit: 20s }")
        #expect(try house.run(["tick"]).status == 0)
        try house.simulator?.stop()
        try house.startSimulator(
            Self.world + ["--start-at", "\(start)", "--access-log", "access.log", "--fault", "\(fault):1"])
        try house.configure(game: "sim", extra: "crawl: { time_limit: 20s }")
        var asked: [Int] = []
        var reasons: [String] = []
        // It asks for 90 s: the second minute lies within, the third beyond.
        for minute in 1...3 {
            let now = start + .minutes(minute)
            try await house.advanceSimulator(to: now)
            #expect(try house.run(["tick"]).status == 75)
            asked.append(try requests(at: now, in: house))
            reasons.append(try document("sim-1", of: house).reason ?? "")
        }
        #expect((1...2).contains(asked[0]) && asked[1] == 0 && (1...2).contains(asked[2]), "\(asked)")
        let word = fault == "maintenance" ? "maintenance" : "asked too often"
        let next = [3, 3, 5].map { "\(word), next try from \(clock(start + .minutes($0))) UTC" }
        #expect(reasons == next, "\(reasons)")
        let pausedUntil = try house.rows(["upstream", "status"])[0]["paused_until"]
        #expect(pausedUntil == "\(start + .minutes(3) + .seconds(90))")
    }

    @Test func aPauseThatEndsWithinTheSlotIsWaitedFor() async throws {
        let house = try House()
        try house.startSimulator(Self.world + ["--start-at", "\(Self.starts + .hours(5))"])
        let times = Times()
        let server = try AnsweringServer { _ in
            times.note()
            if times.all.count > 1 { return .init("{\"score\":7}") }
            var busy = AnsweringServer.Answer(status: 429)
            busy.headers = ["Retry-After": "2"]
            return busy
        }
        try house.configure(
            games: [
                """
                id: busy, name: B, adapter: mapped, url: "\(server.url)", cadence: 1m, ranks: [100], \
                events: [{id: "1", name: E, starts: "\(Self.starts)", ends: "\(Self.starts + .hours(9))"}], \
                mapped: {requests: [{path: "/border/{rank}", shows: borders, score: score}]}
                """
            ], clock: house.simulatorURL)
        #expect(try house.run(["crawl"]).status == 0)
        #expect(try house.outcomes(of: "busy-1/main") == ["changed"])
        let all = times.all
        #expect(all.count == 2 && all[1].timeIntervalSince(all[0]) >= 1.9)
    }

    @Test func hostileNamesAreShownAsTheyAreAndDoNothing() async throws {
        let house = try House()
        try house.startSimulator(
            Self.world + ["--start-at", "\(Self.starts + .hours(5))", "--fault", "hostile-names:1"])
        try house.configure(game: "sim")
        #expect(try house.run(["tick"]).status == 0)
        #expect(try house.outcomes(of: "sim-1/main") == ["changed"])
        let page = String(decoding: try #require(house.published("e/sim-1/main/index.html")), as: UTF8.self)
        #expect(page.contains("&lt;script&gt;alert(1)"))
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x"))
        #expect(!page.contains("\u{202E}") && !page.contains("\u{0}"))
    }

    @Test func idsBeyondWhatADoubleHoldsStayApart() async throws {
        let house = try House()
        let server = try AnsweringServer { request in
            let rows = (0..<100).map { place in
                "{\"id\":\(9_223_372_036_854_775_807 - place),\"rank\":\(place + 1),\"score\":\(1000 - place)}"
            }
            return .init(request.path == "/top" ? "[\(rows.joined(separator: ","))]" : "[]")
        }
        try house.configure(
            games: [
                """
                id: large, name: L, adapter: mapped, url: "\(server.url)", cadence: 1m, events: [{id: "1", name: E, \
                starts: "2020-01-01T00:00:00Z", ends: "2099-01-01T00:00:00Z"}], mapped: {requests: [{path: /top, \
                shows: entries, rank: rank, score: score, player: id}]}
                """
            ], clock: nil)
        #expect(try house.run(["tick"]).status == 0)
        let players = try #require(try document("large-1", of: house).entries.player)
        #expect(players.count == 100 && Set(players).count == 100)
    }

    @Test func aClockThatIsAnHourOffCostsTheSlotAndIsNamed() async throws {
        let house = try House()
        let epoch = try RunningProgram(
            Programs.simulator, ["epoch", "--finished", "0", "--live-for", "5h"], in: house.folder
        ).wait().output.trimmingCharacters(in: .whitespacesAndNewlines)
        try house.startSimulator(["--epoch", epoch, "--fault", "clock-ahead:1"])
        try house.configure(game: "sim", followsClock: false)
        try await house.warmSimulator()
        let tick = try house.borderline(["tick"])
        #expect(tick.status == 75, "\(tick.errors)")
        let outcome = try #require(try house.outcomes(of: "sim-1/main").last)
        #expect(outcome.hasPrefix("missed: its clock is ") && outcome.hasSuffix(" minutes ahead"), "\(outcome)")
        let page = String(decoding: try #require(house.published("e/sim-1/main/index.html")), as: UTF8.self)
        #expect(page.contains("was \(outcome).</p>"))
    }

    private func document(_ event: String, of house: House) throws -> Document {
        try JSONDecoder().decode(Document.self, from: try #require(house.published("e/\(event)/main/latest.json")))
    }

    /// `12:05`
    private func clock(_ instant: Instant) -> String { String(instant.description.dropFirst(11).prefix(5)) }

    /// How many requests for rankings came at an instant, by the simulator's own log.
    private func requests(at instant: Instant, in house: House) throws -> Int {
        try String(contentsOf: house.folder.appending(path: "access.log"), encoding: .utf8).split(separator: "\n")
            .count { $0.hasPrefix("{\"at\":\(instant.unixMilliseconds),\"path\":\"/api/") }
    }
}
