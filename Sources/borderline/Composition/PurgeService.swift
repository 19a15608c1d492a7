import ServiceLifecycle

/// Tells caches of files that changed for as long as the process runs, in real time.
struct PurgeService: Service {
    /// How often the queue is looked at, where the interval between requests is not longer.
    private static let interval = Duration.seconds(1)

    let job: PurgeJob

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while true {
                try await job.deliver()
                try await Task.sleep(for: max(Self.interval, job.interval))
            }
        }
    }
}
