import ArgumentParser
import Cron
import Foundation
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
        do {
            try await Composition.run(options) { parts in try await run(parts) }
        } catch is Interruption {
            // To be told to stop is the end of a service's work.
        }
    }

    private func run(_ parts: Composition) async throws {
        let jobs = try CrontabJobs(file: try parts.workplace.share.path(of: "Cron/borderline.crontab")).jobs(of: parts)
        _ = try await parts.pipeline.recoverOutput()
        try await parts.pipeline.publishSite(at: Slot(containing: parts.time.now()))
        let runner = JobRunner(
            jobs: jobs, time: parts.time, end: until, waitsForJobs: parts.time is ManualTime,
            logger: Logger(label: "borderline.jobs"))
        try await withThrowingTaskGroup { group in
            group.addTask { try await OriginServer.make(parts.workplace, time: SystemTime()).run() }
            group.addTask { try await runner.run() }
            // Whichever ends first ends the other: the runner at --until, the origin when it cannot listen.
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
