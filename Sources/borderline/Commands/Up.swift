import ArgumentParser
import Logging
import Origin
import Pipeline
import Rankings
import Scheduler
import Timekeeping

struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Runs everything in one process: the jobs of the crontab, and the origin.",
        discussion: """
            Runs the lines of Cron/borderline.crontab itself, so that nothing else has to. Ends with SIGTERM or Ctrl-C;
            the next start continues where it stopped.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "Stop after this instant: ISO 8601 with a zone, or Unix seconds. For simulated time.", valueName: "instant")
    )
    var until: Instant?

    func run() async throws {
        try await Composition.serve(options) { parts in
            let jobs = CrontabJobs(file: try parts.workplace.share.path(of: "Cron/borderline.crontab"))
            let runner = JobRunner(
                jobs: try jobs.jobs(of: parts), time: parts.time, end: until, waitsForJobs: parts.time is ManualTime,
                logger: Logger(label: "borderline.jobs"))
            // Before anybody can ask for it: the front page, and what an unclean end left undone.
            _ = try await parts.pipeline.recoverOutput()
            try await Forgetting(workplace: parts.workplace).finish(parts)
            try await parts.pipeline.publishSite(at: Slot(containing: parts.time.now()))
            try await DumpJob(parts).publishIndexIfMissing()
            let origin = OriginServer.make(parts.workplace, time: SystemTime())
            return [
                OriginService(server: origin), JobService(runner: runner),
            ]
        }
    }
}
