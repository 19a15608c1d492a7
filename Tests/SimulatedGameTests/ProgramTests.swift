import Foundation
import FoundationNetworking
import Rankings
import Testing

@testable import SimulatedGame

/// The executable itself, over real HTTP on loopback.
@Suite(.enabled(if: SimulatorProgram.isBuilt, "needs the game-simulator executable beside the tests"))
struct ProgramTests {
    private static let start = "2026-01-03T06:00:00Z"
    private static let instant = Instant(unixSeconds: 1_767_420_000)

    @Test func itServesTheWorldOfItsSeedAndStopsAtOnce() async throws {
        let log = FileManager.default.temporaryDirectory.appending(path: "shown-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: log) }
        let program = try SimulatorProgram([
            "--seed", "7", "--epoch", Fixtures.epoch.description, "--start-at", Self.start, "--speed", "max",
            "--log", log.path(),
        ])
        defer { program.kill() }
        let url = try await program.url()
        let server = GameServer(world: Fixtures.world, faults: .none)
        for (path, request) in [
            ("/master/events.json", GameRequest.events), ("/master/worldBlooms.json", .worldBlooms),
            ("/api/user/123/event/1/ranking?rankingViewType=top100", .top100(event: 1)),
            ("/api/event/1/ranking-border", .borders(event: 1)), ("/api/event/2/ranking-border", .borders(event: 2)),
        ] {
            let truth = server.answer(request, at: Self.instant)
            let (status, body) = try await SimulatorProgram.get(url + path)
            #expect(status == truth.status)
            #expect(body == truth.body)
        }
        for path in ["/api/user/1/event/1/ranking", "/api/event/x/ranking-border", "/", "/api/event/1/ranking-borders"]
        {
            #expect(try await SimulatorProgram.get(url + path).status == 404)
        }
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(try await program.stop() == 0)
        #expect(program.remainingErrors().isEmpty)
    }

    @Test func worldsHavePathsOfTheirOwn() async throws {
        let program = try SimulatorProgram([
            "--worlds", "2", "--seed", "6", "--epoch", Fixtures.epoch.description, "--start-at", Self.start,
            "--speed", "max",
        ])
        defer { program.kill() }
        let url = try await program.url()
        let path = "/api/event/1/ranking-border"
        let server = GameServer(world: Fixtures.world, faults: .none)
        let second = server.answer(.borders(event: 1), at: Self.instant).body
        #expect(try await SimulatorProgram.get("\(url)/worlds/2\(path)").body == second)
        let first = try await SimulatorProgram.get("\(url)/worlds/1\(path)").body
        #expect(first != second)
        #expect(try await SimulatorProgram.get(url + path).body == first)
        #expect(try await SimulatorProgram.get("\(url)/worlds/3\(path)").status == 404)
    }

    @Test func aSlowAnswerTakesSimulatedTime() async throws {
        let program = try SimulatorProgram([
            "--fault", "slow:1", "--slow-for", "1d", "--speed", "max", "--waiting-speed", "100000",
        ])
        defer { program.kill() }
        #expect(try await SimulatorProgram.get(program.url() + "/master/events.json").status == 200)
    }

    @Test func aClientMovesTheClock() async throws {
        let program = try SimulatorProgram(["--start-at", Self.start, "--speed", "max"])
        defer { program.kill() }
        let url = try await program.url() + "/simulation/clock"
        let later = Self.instant.unixMilliseconds + 60_000
        #expect(
            try await SimulatorProgram.get(url).body
                == Fixtures.bytes("{\"now\":1767420000000,\"speed\":\"max\",\"waiting_speed\":1}"))
        let moved = try await SimulatorProgram.get("\(url)?advance-to=\(later)", method: "POST")
        #expect(moved.body == Fixtures.bytes("{\"now\":\(later),\"speed\":\"max\",\"waiting_speed\":1}"))
        let back = try await SimulatorProgram.get("\(url)?advance-to=5", method: "POST")
        #expect(back.body == moved.body)
        for query in ["", "?advance-to=", "?advance-to=soon", "?advance-to=-1", "?advance-to=9223372036854775807"] {
            #expect(try await SimulatorProgram.get(url + query, method: "POST").status == 400)
        }
    }

    @Test func aClockThatRunsCannotBeMoved() async throws {
        let program = try SimulatorProgram(["--start-at", Self.start])
        defer { program.kill() }
        let url = try await program.url() + "/simulation/clock"
        #expect(try await SimulatorProgram.get("\(url)?advance-to=1767420060000", method: "POST").status == 409)
    }

    @Test func aCutBodyBreaksTheTransfer() async throws {
        let program = try SimulatorProgram(["--fault", "cut-body:1"])
        defer { program.kill() }
        let url = try await program.url() + "/master/events.json"
        await #expect(throws: URLError.self) { try await SimulatorProgram.get(url) }
    }

    @Test func aSlowAnswerDoesNotHoldUpTheEnd() async throws {
        let program = try SimulatorProgram(["--fault", "slow:1", "--slow-for", "1d"])
        defer { program.kill() }
        let url = try await program.url()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await SimulatorProgram.get(url + "/master/events.json") }
            // The clock is answered beside it: a slow answer holds no other back.
            #expect(try await SimulatorProgram.get(url + "/simulation/clock").status == 200)
            #expect(try await program.stop() == 0)
            try await group.waitForAll()
        }
    }

    @Test(arguments: [["--help"], ["export", "--help"], ["epoch", "--at", "2026-11-20T23:00:00Z"]])
    func whatCanBeDoneEndsWithZero(arguments: [String]) async throws {
        #expect(try await SimulatorProgram(arguments).waitForEnd() == 0)
    }

    @Test(arguments: [
        ["--bogus"], ["--event", "x-1"], ["--replay", "/nonexistent", "--event", "x-1"], ["--speed", "slow"],
        ["--fault", "slow"], ["--start-at", "noon"], ["--port", "65536"], ["--epoch", "2026-01-01T06:30:00Z"],
        ["--waiting-speed", "50"], ["--speed", "max", "--waiting-speed", "0"], ["--worlds", "0"], ["export"],
        ["epoch", "--live-for", "9d"],
    ])
    func wrongUsageEndsWithTwoAndSaysWhy(arguments: [String]) async throws {
        let program = try SimulatorProgram(arguments)
        #expect(try await program.waitForEnd() == 2)
        #expect(program.remainingErrors().hasPrefix("Error: "))
    }

    @Test func anAddressOfAnotherMachineEndsWithOne() async throws {
        #expect(try await SimulatorProgram(["--host", "203.0.113.1"]).waitForEnd() == 1)
    }

    @Test func anExportCanBeServedAgain() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let export = try SimulatorProgram([
            "export", "--events", "1", "--seed", "7", "--epoch", Fixtures.epoch.description, "--before",
            Fixtures.marathon.window.ends.description, "--out", folder.path(),
        ])
        #expect(try await export.waitForEnd() == 0)
        let program = try SimulatorProgram([
            "serve", "--replay", folder.path(), "--event", "sim-1", "--speed", "max", "--start-at", Self.start,
        ])
        defer { program.kill() }
        let answer = try await SimulatorProgram.get(program.url() + "/api/event/1/ranking-border")
        #expect(answer.status == 200)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
        let rows = try #require(object["borderRankings"] as? [[String: Any]])
        let truth = Fixtures.world.borders(of: Fixtures.marathon, on: .main, at: Self.instant)
        #expect(rows.compactMap { $0["score"] as? Int64 } == truth.map(\.score))
    }
}
