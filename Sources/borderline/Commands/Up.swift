import ArgumentParser
import Logging
import Origin
import Pipeline
import Rankings
import Scheduler
import ServiceLifecycle
import Settings
import Telemetry
import Timekeeping

struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Runs everything in one process: the jobs, the origin, and metrics for a monitor.",
        discussion: """
            Runs the jobs of the configuration, or else the lines of Cron/borderline.crontab, itself, so that nothing
            else has to. Ends with SIGTERM or Ctrl-C; the next start continues where it stopped.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "Stop after this instant: ISO 8601 with a zone, or Unix seconds. For simulated time.", valueName: "instant")
    )
    var until: Instant?

    func run() async throws {
        try await Composition.serve(options) { parts in
            let metrics = parts.workplace.metrics
            let heap = Heap()
            let runner = JobRunner(
                jobs: try ScheduledJobs(workplace: parts.workplace).jobs(of: parts),
                log: StoredRuns(store: parts.store),
                time: parts.time, end: until, waitsForJobs: parts.time is ManualTime,
                logger: Logger(label: "borderline.jobs"),
                onFinish: { run in
                    metrics.count(run)
                    heap.trim()
                })
            try await parts.readyOutput()
            let origin = OriginServer.make(parts.workplace, time: SystemTime())
            let health = ProcessHealth(parts)
            let admin = AdminService(parts.workplace.configuration.admin, health: health)
            let sinks = Sinks(parts)
            let followers: [(any Service)?] = [
                sinks.bucket.map(BucketService.init), sinks.purge.map(PurgeService.init),
            ]
            return [OriginService(server: origin), admin, health] + followers.compactMap(\.self)
                + [JobService(runner: runner)]
        }
    }
}

extension Metrics {
    /// Counts a run of a job.
    fileprivate func count(_ run: JobRun) {
        guard let outcome = run.outcome else { return }
        add(to: .jobRuns, run.job, outcome.rawValue)
    }
}
