import Scheduler
import ServiceLifecycle

/// The jobs of the crontab as a service of this process.
struct JobService: Service {
    let runner: JobRunner

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await runner.run() }
    }
}
