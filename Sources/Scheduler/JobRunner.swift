package import Logging
package import Rankings
import Telemetry

/// Runs jobs by their timetable until it is cancelled or the end is reached. A job never overlaps itself; slots that
/// pass while it runs collapse into one run.
package struct JobRunner: Sendable {
    private let jobs: [Job]
    private let time: any TimeSource
    private let end: Instant?
    private let waitsForJobs: Bool
    private let logger: Logger

    /// - Parameters:
    ///   - end: no job starts after this instant, and the runner returns; nil runs until it is cancelled.
    ///   - waitsForJobs: lets no time pass while a job runs, as a simulated clock needs it.
    package init(jobs: [Job], time: any TimeSource, end: Instant?, waitsForJobs: Bool, logger: Logger) {
        self.jobs = jobs
        self.time = time
        self.end = end
        self.waitsForJobs = waitsForJobs
        self.logger = logger
    }

    package func run() async throws {
        let running = RunningJobs()
        var timetable = Timetable(jobs, start: Slot(containing: time.now()))
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let slot = Slot(containing: time.now())
                let due = timetable.due(at: slot)
                let starting = due.filter(running.start)
                for index in due where !starting.contains(index) {
                    logger.warning(
                        "job still running", metadata: .keyed([.job: "\(jobs[index].name)", .slot: "\(slot)"]))
                }
                if waitsForJobs {
                    for index in starting { await run(index, at: slot, running) }
                } else {
                    for index in starting { group.addTask { await run(index, at: slot, running) } }
                }
                guard let next = timetable.next, end.map({ next.start <= $0 }) ?? true else { return }
                try await time.sleep(until: next.start)
            }
        }
    }

    private func run(_ index: Int, at slot: Slot, _ running: RunningJobs) async {
        do {
            try await jobs[index].run(slot)
        } catch is CancellationError {
            // The runner is being stopped and says so itself.
        } catch {
            logger.error(
                "job failed",
                metadata: .keyed([.job: "\(jobs[index].name)", .slot: "\(slot)", .reason: "\(error)"]))
        }
        running.end(index)
    }
}
