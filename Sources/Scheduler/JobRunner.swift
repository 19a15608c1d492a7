import Cron
package import Logging
package import Rankings
import Telemetry

/// Runs jobs by their timetables until it is cancelled or the end is reached. A job never overlaps itself.
package struct JobRunner: Sendable {
    private let jobs: [Job]
    private let log: any RunLog
    private let time: any TimeSource
    private let end: Instant?
    private let waitsForJobs: Bool
    private let onFinish: @Sendable (JobRun) -> Void
    private let unwritten = UnwrittenRuns()
    private let logger: Logger

    /// - Parameters:
    ///   - end: no job starts after this instant, and the runner returns; nil runs until it is cancelled.
    ///   - waitsForJobs: lets no time pass while a job runs, as a simulated clock needs it; time limits do not hold
    ///     then.
    ///   - onFinish: gets each run of this process when it has ended.
    package init(
        jobs: [Job], log: any RunLog, time: any TimeSource, end: Instant?, waitsForJobs: Bool, logger: Logger,
        onFinish: @escaping @Sendable (JobRun) -> Void = { _ in }
    ) {
        self.jobs = jobs
        self.log = log
        self.time = time
        self.end = end
        self.waitsForJobs = waitsForJobs
        self.logger = logger
        self.onFinish = onFinish
    }

    package func run() async throws {
        let groups = waitsForJobs ? [jobs] : jobs.map { [$0] }
        try await withThrowingDiscardingTaskGroup { tasks in
            for group in groups { tasks.addTask { try await run(group) } }
        }
    }

    /// Runs some jobs one after the other.
    private func run(_ jobs: [Job]) async throws {
        let start = Slot(containing: time.now()).start
        var timetables: [Timetable] = []
        for job in jobs {
            timetables.append(
                Timetable(timing: job.timing, catchUp: job.catchUp, start: start, newest: await newest(of: job)))
            if job.timing.isAtStart { try await perform(job, planned: time.now()) }
        }
        while true {
            for (index, job) in jobs.enumerated() {
                let (runs, leftOut) = timetables[index].due(at: time.now())
                if leftOut > 0 {
                    logger.warning("runs left out", metadata: .keyed([.job: "\(job.id)", .count: "\(leftOut)"]))
                }
                for planned in runs { try await perform(job, planned: planned) }
            }
            guard let next = timetables.compactMap(\.next).min(), end.map({ next <= $0 }) ?? true else { return }
            try await time.sleep(until: next)
        }
    }

    /// A log that does not answer leaves nothing to catch up with.
    private func newest(of job: Job) async -> Instant? {
        do {
            return try await log.newestPlanned(of: job.id)
        } catch {
            logger.warning("runs not read", metadata: .keyed([.job: "\(job.id)", .reason: "\(error)"]))
            return nil
        }
    }

    private func perform(_ job: Job, planned: Instant) async throws {
        let performance = RunPerformance(
            job: job, planned: planned, log: log, unwritten: unwritten, time: time, isLimited: !waitsForJobs,
            logger: logger)
        if let run = try await performance.perform() { onFinish(run) }
    }
}
