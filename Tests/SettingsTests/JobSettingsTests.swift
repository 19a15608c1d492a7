import Testing

@testable import Settings

@Suite struct JobSettingsTests {
    @Test func readsJobsWithTheirDefaults() throws {
        let configuration = try load(
            """
            jobs:
              - {id: tick, schedule: "* * * * *", command: tick}
              - id: nightly
                schedule: '0 30 3 * * *'
                zone: Asia/Tokyo
                command: history prune
                time_limit: 15m
                jitter: 5m
                catch_up: all
                catch_up_limit: 3
                retries: 2
                retry_pause: 1m
                ping_env: PING
            """, environment: ["PING": "https://ping.example/secret"])
        let jobs = try #require(configuration.jobs)
        #expect(
            jobs[0]
                == JobSettings(
                    id: "tick", schedule: "* * * * *", zone: "UTC", command: .tick, timeLimit: .seconds(6 * 3600),
                    jitter: .zero, catchUp: .once, catchUpLimit: 10, retries: 0, retryPause: .seconds(10), ping: nil))
        #expect(jobs[1].command == .prune)
        #expect(jobs[1].zone == "Asia/Tokyo")
        #expect(jobs[1].catchUp == .all)
        #expect(jobs[1].jitter == .seconds(300))
        #expect(jobs[1].ping?.reveal() == "https://ping.example/secret")
        #expect(!"\(jobs[1])".contains("ping.example"))
    }

    @Test(arguments: ["", "jobs:\n", "jobs: []\n"]) func withoutThemTheCrontabHolds(yaml: String) throws {
        #expect(try load(yaml).jobs == nil)
    }

    @Test(arguments: [
        ("{schedule: '@daily', command: tick}", "jobs[0].id", "is missing"),
        ("{id: a, schedule: '@daily', command: rm}", "jobs[0].command", "\"rm\""),
        ("{id: a, schedule: '@daily', command: tick, catch_up: twice}", "jobs[0].catch_up", "skip, once, all"),
        ("{id: a, schedule: '@daily', command: tick, ping_env: NOT_SET}", "jobs[0].ping_env", "variable"),
        ("{id: a, schedule: '@daily', command: tick, retries: 21}", "jobs[0].retries", "20"),
    ])
    func refusesWithWhatWouldBeRight(job: String, key: String, part: String) {
        let error = #expect(throws: ConfigurationError.self) { try load("jobs: [\(job)]") }
        #expect(
            error?.problems.contains { $0.key == key && $0.description.contains(part) } == true,
            "\(error?.description ?? "")")
    }

    @Test func everyJobHasAnIdOfItsOwn() {
        let job = "{id: a, schedule: '@daily', command: tick}"
        let error = #expect(throws: ConfigurationError.self) { try load("jobs: [\(job), \(job)]") }
        #expect(error?.problems.map(\.kind) == [.duplicateKey])
    }
}
