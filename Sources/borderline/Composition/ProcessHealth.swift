import Admin
import DiskSpace
import Logging
import Pipeline
import Rankings
import ServiceLifecycle
import Settings
import Storage
import Telemetry

/// How this process and what it publishes are, for those who ask. It looks every few seconds, so that nobody who asks
/// waits for a database that does not answer.
actor ProcessHealth: Service {
    /// How often it looks, in real time.
    private static let interval = Duration.seconds(5)
    /// What was looked at longer ago counts for nothing.
    private static let patience = Duration.seconds(30)

    private let parts: Composition
    private let metrics: Metrics
    /// As they were when the database answered last: they grow older where it does not.
    private var editions: [EditionState] = []
    private var lookedAt: ContinuousClock.Instant?

    init(_ parts: Composition) {
        self.parts = parts
        metrics = parts.workplace.metrics
        metrics.set(.buildInfo, to: 1, BorderlineVersion.text)
    }

    /// Looks again and again until the process is told to end.
    nonisolated func run() async throws {
        try await cancelWhenGracefulShutdown {
            while true {
                await self.look()
                try await Task.sleep(for: Self.interval)
            }
        }
    }

    /// In Prometheus' format, as of now.
    func exposition() -> String {
        let now = parts.time.now()
        var ages: [String: Double] = [:]
        var delays: [String: Double] = [:]
        for state in editions {
            ages[state.board.description] = (now - state.reference).inSeconds
            delays[state.board.description] = state.overdue(at: now).inSeconds
        }
        metrics.replace(.editionAgeSeconds, with: ages)
        metrics.replace(.editionOverdueSeconds, with: delays)
        metrics.set(.ready, to: readiness().isReady ? 1 : 0)
        let disk = DiskSampleFile(path: DataDirectory(parts.workplace.configuration.data).diskSamples).samples().last
        if let disk { metrics.set(.diskUsedBytes, to: Double(disk.bytes)) }
        if let budget = parts.workplace.configuration.disk.budgetBytes {
            metrics.set(.diskBudgetBytes, to: Double(budget))
        }
        return metrics.exposition
    }

    /// Whether every open board shows what it should by now, and the database answers.
    func readiness() -> Readiness {
        let now = parts.time.now()
        var reasons = editions.filter { $0.isStale(at: now) }.map { state in
            let newest = state.published.map { "its newest edition is of \($0)" } ?? "it has no edition"
            return "\(state.board) is stale: \(newest)"
        }
        if lookedAt.map({ .now - $0 > Self.patience }) ?? true { reasons.insert("the database does not answer", at: 0) }
        if !reasons.isEmpty { return Readiness(isReady: false, reasons: reasons) }
        return Readiness(isReady: true, reasons: ["boards that are up to date: \(editions.count)"])
    }

    private func look() async {
        do {
            editions = try await parts.pipeline.editionStates(at: Slot(containing: parts.time.now()))
            let successes = try await parts.store.newestSuccesses()
            metrics.replace(.jobLastSuccess, with: successes.mapValues { Double($0.unixSeconds) })
            lookedAt = .now
        } catch {
            parts.workplace.logger.warning("editions not looked at", metadata: .keyed([.reason: "\(error)"]))
        }
    }
}
