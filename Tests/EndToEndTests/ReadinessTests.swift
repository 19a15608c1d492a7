import Foundation
import Rankings
import Testing

/// What a monitor hears of a process that runs and publishes nothing.
@Suite(.serialized) struct ReadinessTests {
    @Test func staleEditionsAreNotReadyAndNamed() async throws {
        let house = try House()
        let starts = Instant(unixSeconds: 1_767_247_200)
        // Three minutes, after which an edition is late, in nine seconds.
        try house.startSimulator([
            "--epoch", "\(starts)", "--start-at", "\(starts + .hours(5))", "--speed", "20",
        ])
        try await house.warmSimulator()
        try house.configure(
            game: "sim",
            extra: """
                jobs:
                  - { id: once, schedule: "@reboot", command: tick }
                  - { id: never, schedule: "0 0 29 2 *", command: publish }
                """)
        let up = try house.start(["up"])
        let line = try up.line(containing: "Metrics are at ")
        let metrics = try #require(URL(string: String(line.dropFirst("Metrics are at ".count))))
        let ready = metrics.deletingLastPathComponent().appendingPathComponent("ready")
        try await house.answer(of: metrics, status: 200, containing: "borderline_ready 1\n")
        let words = try await house.answer(of: ready, status: 503, containing: "stale")
        #expect(words.hasPrefix("not ready\nsim-1/main is stale: its newest edition is of 2026-01-01T1"), "\(words)")
        #expect(try await house.answer(of: metrics, status: 200).contains("borderline_ready 0\n"))
        // The process itself is well.
        let health = metrics.deletingLastPathComponent().appendingPathComponent("health")
        try await house.answer(of: health, status: 200)
        #expect(try up.stop().status == 0)
    }
}
