import Compression
import Foundation
import FoundationNetworking
import Rankings
import Synchronization
import Testing

/// An account's session, from one process to the next.
@Suite(.serialized) struct SessionTests {
    private struct Account: Decodable {
        let logins: Int
        let refused: Int
        let outdated: Int
    }

    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let login = "{\"credential\":\"\(AccountServer.credential)\"}"
    private static let environment = [
        "LOGIN": login, "APP_VERSION": "1.0.0", "API_KEY": "canary-header-07",
    ]

    /// A house whose simulator wants a login.
    private func house(_ faults: [String] = []) throws -> House {
        let house = try House()
        try house.startSimulator(
            [
                "--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(5))", "--speed", "max", "--login",
                Self.login, "--access-log", "access.log",
            ] + faults)
        let url = house.simulatorURL
        try house.configure(
            games: [
                """
                id: sim, name: A game, adapter: game-server, url: "\(url)", headers_env: {X-App-Version: APP_VERSION}, \
                session: {login_path: /api/user/1/auth, login_env: LOGIN, versions_url: "\(url)/simulation/account"}
                """
            ], clock: url, log: "trace")
        house.environment = Self.environment
        _ = try house.output(["database", "start"])
        return house
    }

    /// A house whose simulator lends its clock alone, and the server it crawls.
    private func house(of server: AccountServer, timeLimit: String = "45s") throws -> House {
        let house = try House()
        let start = Self.starts + .hours(5)
        try house.startSimulator(["--epoch", "\(Self.starts)", "--start-at", "\(start)", "--speed", "max"])
        try house.configure(
            games: [
                """
                id: own, name: A game, adapter: game-server, url: "\(server.url)", headers_env: {X-API-Key: API_KEY}, \
                session: {login_path: /auth, login_env: LOGIN}, events: [{id: "1", name: E, \
                starts: "\(start)", ends: "\(start + .hours(9))"}]
                """
            ], clock: house.simulatorURL, log: "trace", extra: "crawl: { time_limit: \(timeLimit) }")
        house.environment = Self.environment
        _ = try house.output(["database", "start"])
        return house
    }

    private func account(of house: House, _ method: String = "GET", _ query: String = "") async throws -> Account {
        var request = URLRequest(url: try #require(URL(string: "\(house.simulatorURL)/simulation/account\(query)")))
        request.httpMethod = method
        return try JSONDecoder().decode(Account.self, from: try await URLSession.shared.data(for: request).0)
    }

    private func advance(_ house: House) async throws {
        try await house.advanceSimulator(to: try await house.simulatedNow() + .minutes(1))
    }

    /// A minute later, in another process.
    private func tick(_ house: House) async throws {
        try await advance(house)
        let finished = try house.run(["tick"])
        #expect(finished.status == 0, "\(finished.errors)")
    }

    @Test func theSessionOutlivesItsProcessAndIsRenewedWhereItEnds() async throws {
        let house = try house()
        for _ in 0..<3 { try await tick(house) }
        var seen = try await account(of: house)
        #expect(seen.logins == 1 && seen.refused == 0 && seen.outdated == 0)

        // The session ends: one refusal, one login.
        _ = try await account(of: house, "POST")
        try await tick(house)
        seen = try await account(of: house)
        #expect(seen.logins == 2 && seen.refused == 1)

        // A new version: one refusal, the version from its own address, one login.
        _ = try await account(of: house, "POST", "?release=2.0.0")
        for _ in 0..<2 { try await tick(house) }
        seen = try await account(of: house)
        #expect(seen.logins == 3 && seen.refused == 1 && seen.outdated == 1)
        #expect(try house.outcomes(of: "sim-1/main") == Array(repeating: "changed", count: 6))

        // Another login cannot open what is kept, and is refused; it is tried once in a slot.
        try await advance(house)
        house.environment["LOGIN"] = "{\"credential\":\"canary-wrong-1\"}"
        house.environment["APP_VERSION"] = "2.0.0"
        #expect(try house.run(["tick"]).status == 75)
        let last = try #require(try house.outcomes(of: "sim-1/main").last)
        #expect(last.hasPrefix("missed: "))
        #expect(last.contains("the login failed (403)") && last.contains("the login failed (refused a moment ago)"))

        _ = try house.output(["database", "stop"])
        #expect(
            try house.files(holding: "sim/main").contains { $0.hasPrefix("data/") }, "the search finds what is there")
        for canary in ["canary-", "simulated-session-"] { #expect(try house.files(holding: canary).isEmpty) }
    }

    @Test func processesThatShareAnAccountAskOneAfterAnother() async throws {
        // Slow enough for the two to meet.
        let house = try house(["--fault", "slow:1", "--slow-for", "1s"])
        try await tick(house)
        try await advance(house)
        let first = try house.start(["crawl"])
        try await waitUntil { try self.rankings(of: house).count == 3 }
        try await advance(house)
        let second = try house.run(["crawl"])
        _ = try first.wait(within: 120)
        let asked = try rankings(of: house)
        #expect(asked.count == 6 && asked.allSatisfy { $0.contains("\"status\":200") }, "\(asked) \(second.errors)")
        let seen = try await account(of: house)
        #expect(seen.logins == 1 && seen.refused == 0)
    }

    @Test func aStopInTheMiddleOfARequestKeepsNobodyOut() async throws {
        let server = try AccountServer()
        let house = try house(of: server, timeLimit: "8s")
        try await tick(house)
        try await advance(house)
        server.state.values.withLock { $0.hangs = true }
        let asked = server.requests.count
        let stopped = try house.start(["crawl"])
        try await waitUntil { server.requests.count > asked }
        server.state.values.withLock { $0.hangs = false }
        #expect(try stopped.stop().status != 0)
        // Had it kept the session, nobody could have it for longer than a slot's requests may take.
        try await tick(house)
        #expect(try house.outcomes(of: "own-1/main").last == "changed")
        // It cannot know the token of the answer it did not get.
        #expect(server.state.values.withLock { $0.logins } == 2)
    }

    @Test func whatLetsInIsNeverWrittenDown() async throws {
        let server = try AccountServer()
        let house = try house(of: server)
        try await tick(house)
        server.state.values.withLock { $0.echoes = true }
        try await advance(house)
        #expect(try house.run(["tick"]).status == 75)
        #expect(try house.outcomes(of: "own-1/main").last == "missed: not understood: not JSON")
        server.state.values.withLock { $0.echoes = false }
        // It logs in by itself, and the crawl after it does again.
        #expect(try house.run(["upstream", "try", "own"]).output.contains("whole: "))
        for look in [
            ["upstream", "try", "own"], ["upstream", "status"], ["doctor"], ["history", "outcomes", "own-1/main"],
            ["dump", "--live"], ["tick"],
        ] {
            let finished = try house.run(look)
            #expect(!finished.output.contains("canary-") && !finished.errors.contains("canary-"), "\(look)")
        }
        try await expectNoCanaryInMetrics(of: house)
        #expect(server.requests.contains { $0.value(ofHeader: "X-API-Key") == "canary-header-07" })

        let refused = house.folder.appending(path: "data/refused")
        let bodies = try FileManager.default.contentsOfDirectory(atPath: refused.path).map { name in
            String(
                decoding: try Gzip.decompress(
                    Array(try Data(contentsOf: refused.appending(path: name))), limitBytes: 1 << 20), as: UTF8.self)
        }
        #expect(bodies.count == 2)
        for body in bodies {
            #expect(body.contains("X-API-Key: [removed]") && body.contains("X-Session-Token: [removed]"), "\(body)")
            #expect(!body.contains("canary-"))
        }
        _ = try house.output(["database", "stop"])
        #expect(
            try house.files(holding: "own/main").contains { $0.hasPrefix("data/") }, "the search finds what is there")
        #expect(try house.files(holding: "canary-").isEmpty)
    }

    /// What a monitor reads while `up` crawls under the session.
    private func expectNoCanaryInMetrics(of house: House) async throws {
        try await advance(house)
        let up = try house.start(["up", "--until", "\(try await house.simulatedNow() + .hours(5))"])
        let line = try up.line(containing: "Metrics are at ")
        let metrics = try #require(URL(string: String(line.dropFirst("Metrics are at ".count))))
        let text = try await house.answer(of: metrics, status: 200, containing: "borderline_slots_total{game=\"own\"")
        #expect(!text.contains("canary-"))
        #expect(try up.stop().status == 0)
        #expect(!up.errors.contains("canary-") && !up.output.contains("canary-"))
    }

    /// The lines of the simulator's log that are of rankings.
    private func rankings(of house: House) throws -> [String] {
        try String(contentsOf: house.folder.appending(path: "access.log"), encoding: .utf8).split(separator: "\n")
            .map(String.init).filter { $0.contains("/event/1/") }
    }

    private func waitUntil(_ isSo: () throws -> Bool) async throws {
        for _ in 0..<1500 {
            if try isSo() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("waited for half a minute")
    }
}
