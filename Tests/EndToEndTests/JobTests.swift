import Foundation
import Rankings
import Testing

/// Jobs of the configuration: what a monitor is told of them, and what is listed.
@Suite(.serialized) struct JobTests {
    @Test func monitorIsToldOfRunsAndTheyAreListed() throws {
        let monitor = try AnsweringServer { _ in .init("OK") }
        let house = try House()
        try house.configure(
            game: "sim", followsClock: false, log: "trace",
            extra: """
                backup: { folder: /dev/null/backups }
                jobs:
                  - { id: fresh, schedule: "@every 1s", command: publish, ping_env: FRESH }
                  - { id: nightly, schedule: "@every 1s", command: backup, ping_env: NIGHTLY }
                """)
        house.environment = ["FRESH": "\(monitor.url)/ping/canary-1", "NIGHTLY": "\(monitor.url)/ping/canary-2"]
        let up = try house.start(["up"])
        let success = try Self.first(of: monitor) { $0.path.hasPrefix("/ping/canary-1?rid=") }
        let failure = try Self.first(of: monitor) { $0.path.hasPrefix("/ping/canary-2/fail?rid=") }
        #expect(try up.stop().status == 0)
        // Each has told of its start, as the same run.
        for (end, address) in [(success, "/ping/canary-1"), (failure, "/ping/canary-2")] {
            let run = try #require(end.path.split(separator: "=").last)
            #expect(UUID(uuidString: String(run)) != nil)
            #expect(monitor.requests.count { $0.path == "\(address)/start?rid=\(run)" && $0.method == "POST" } == 1)
        }
        #expect(failure.text.contains("/dev/null/backups"), "\(failure.text)")
        #expect(success.text == "")
        // The address lets anybody speak in the job's name.
        #expect(!up.errors.contains("canary"))

        let runs = try house.rows(["runs"])
        #expect(Set(runs.compactMap { $0["job"] }) == ["fresh", "nightly"])
        #expect(runs.contains { $0["job"] == "fresh" && $0["outcome"] == "succeeded" && $0["detail"] == "0 editions" })
        #expect(runs.allSatisfy { $0["job"] == "fresh" || $0["outcome"] != "succeeded" })
        let lags = runs.compactMap { $0["lag_ms"].flatMap { Int($0) } }
        #expect(lags.count == runs.count && lags.allSatisfy { (0..<60_000).contains($0) })
        // Nothing twice.
        for job in ["fresh", "nightly"] {
            let planned = runs.filter { $0["job"] == job }.compactMap { $0["planned"] }
            #expect(Set(planned).count == planned.count)
        }
        let header = "job,planned,started,ended,lag_ms,outcome,attempts,detail\n"
        #expect(try house.output(["runs", "fresh", "--limit", "1", "--format", "csv"]).hasPrefix(header))
        #expect(try house.output(["runs", "unheard-of", "--format", "json"]) == "[]\n")
        #expect(try house.borderline(["runs", "--limit", "0"]).status == 2)
    }

    @Test func crontabIsCheckedLineByLine() throws {
        let house = try House()
        let file = house.folder.appendingPathComponent("my.crontab")
        let text = """
            SHELL=/bin/sh
            61 * * * * borderline tick
            0 3 30 2 * borderline backup
            @daily tidy
            * * * * * borderline tick
            """
        try text.write(to: file, atomically: true, encoding: .utf8)
        let wrong = try house.borderline(["cron", "lint", file.path])
        #expect(wrong.status == 1)
        let lines = wrong.output.split(separator: "\n").map { $0.dropFirst(file.path.count) }
        try #require(lines.count == 4)
        #expect(lines[0].hasPrefix(":2: wrong: minute \"61\" is not within 0-59"))
        #expect(lines[1] == ":3: wrong: never runs: no month has such a day")
        #expect(lines[2].hasPrefix(":4: runs next at 20") && lines[2].hasSuffix("; `up` does not run it, cron does"))
        #expect(lines[3].hasPrefix(":5: wrong: the last line does not end in a newline"))
        let own = Programs.checkout.appendingPathComponent("Cron/borderline.crontab").path
        let right = try house.borderline(["cron", "lint", own])
        #expect(right.status == 0)
        #expect(right.output.split(separator: "\n").count == 6)
        #expect(!right.output.contains("wrong") && !right.output.contains("does not run it"))
        #expect(try house.borderline(["cron", "lint", "/nowhere"]).status == 1)
    }

    private static func first(
        of monitor: AnsweringServer, where isWanted: (AnsweringServer.Request) -> Bool
    ) throws -> AnsweringServer.Request {
        let deadline = Date() + 60
        while Date() < deadline {
            if let request = monitor.requests.first(where: isWanted) { return request }
            usleep(50_000)
        }
        throw UnexpectedEnd(description: "the monitor was told \(monitor.requests.map(\.path))")
    }
}
