import Rankings
import ServiceLifecycle

/// Keeps the bucket of published files up to date for as long as the process runs, in real time.
struct BucketService: Service {
    /// How often the output folder is looked at: what changed is in the bucket a second later, and a look at a thousand
    /// boards takes some milliseconds.
    private static let interval = Duration.seconds(1)
    /// A bucket that is back is noticed within it.
    private static let longestPause = Duration.seconds(30)
    /// A bucket with much to catch up with puts the newest first again after so long.
    private static let roundLimit = Duration.seconds(60)

    let job: BucketJob

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            var pause = Self.interval
            while true {
                let isWell = try await job.catchUp(until: .now + Self.roundLimit)
                pause = isWell ? Self.interval : min(pause * 2, Self.longestPause)
                try await Task.sleep(for: pause)
            }
        }
    }
}
