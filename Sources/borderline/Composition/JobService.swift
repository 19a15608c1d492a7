import Pipeline
import Rankings
import Scheduler
import ServiceLifecycle

/// The jobs of the crontab as a service of this process: first what an unclean end left undone, then minute by minute.
struct JobService: Service {
    let pipeline: Pipeline
    let runner: JobRunner
    let time: any TimeSource

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            _ = try await pipeline.recoverOutput()
            try await pipeline.publishSite(at: Slot(containing: time.now()))
            try await runner.run()
        }
    }
}
