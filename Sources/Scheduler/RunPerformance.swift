import Cron
import Logging
import Rankings
import Telemetry

/// One run of a job, from its claim to the row that says how it ended.
struct RunPerformance: Sendable {
    let job: Job
    let planned: Instant
    let log: any RunLog
    let unwritten: UnwrittenRuns
    let time: any TimeSource
    /// Whether the job's time limit holds.
    let isLimited: Bool
    let logger: Logger

    /// - Returns: the run, where it was done here or could not be claimed; nil where another process does it.
    /// - Throws: where the process is told to end, `CancellationError`.
    func perform() async throws -> JobRun? {
        if job.jitter > .zero {
            try await time.sleep(until: time.now() + job.jitter * Double.random(in: 0...1))
        }
        let due = time.now()
        let ticket: RunTicket
        do {
            guard case .won(let won) = try await claim() else { return nil }
            ticket = won
        } catch let error as CancellationError {
            throw error
        } catch {
            return notClaimed(since: due, as: error)
        }
        let (result, attempts) = await withTaskGroup(of: Void.self) { group in
            // Beside the work: a monitor that is slow delays no job.
            group.addTask { await job.ping?(.started, ticket) }
            return await self.attempts(of: ticket)
        }
        let ended = time.now()
        await finish(ticket, with: result, attempts: attempts, at: ended)
        try Task.checkCancellation()
        return run(from: ticket.started, to: ended, result, attempts: attempts)
    }

    /// Claims the run, where need be from an owner that is gone.
    private func claim() async throws -> RunClaim {
        while true {
            let claim = try await insisting {
                try await log.claim(job.id, planned: planned, isShared: job.isShared, now: time.now())
            }
            await unwritten.write(to: log, logger: logger)
            // Leases expire in real time, which says nothing where time is simulated.
            guard claim == .held, isLimited else { return claim }
            try await Task.sleep(for: RunLimits.watch)
        }
    }

    /// Asks the log until it answers, or the next run is due.
    private func insisting<Value: Sendable>(_ ask: () async throws -> Value) async throws -> Value {
        let deadline = following ?? time.now() + RunLimits.patience
        var pause = RunLimits.firstPause
        while true {
            do {
                return try await ask()
            } catch let error as CancellationError {
                throw error
            } catch {
                guard time.now() + pause < deadline else { throw error }
                logger.warning("runs do not answer", metadata: .keyed([.job: "\(job.id)", .reason: "\(error)"]))
            }
            try await time.sleep(until: time.now() + pause)
            pause = min(pause * 2, RunLimits.longestPause)
        }
    }

    /// When the job is due next.
    private var following: Instant? { job.timing.next(after: planned) }

    private func notClaimed(since due: Instant, as error: any Error) -> JobRun {
        logger.error(
            "job not run", metadata: .keyed([.job: "\(job.id)", .reason: "the run cannot be claimed: \(error)"]))
        let result = RunResult(.failed, detail: "\(error)")
        let run = run(from: due, to: time.now(), result, attempts: 0)
        unwritten.add(.notClaimed(run, isShared: job.isShared))
        return run
    }

    /// Tries until one attempt succeeds, none is left, or the next run is due.
    private func attempts(of ticket: RunTicket) async -> (RunResult, attempts: Int) {
        var generator = SystemRandomNumberGenerator()
        var attempt = 1
        while true {
            let result = await self.attempt(ticket)
            guard result.outcome == .failed, attempt <= job.retries.count else { return (result, attempt) }
            let next = time.now() + job.retries.pause(after: attempt, using: &generator)
            if let following, following <= next { return (result, attempt) }
            logger.warning(
                "job failed, trying again",
                metadata: .keyed([
                    .job: "\(job.id)", .attempt: "\(attempt)", .reason: "\(result.detail ?? "unknown")",
                ]))
            do {
                try await log.keeping(ticket, by: time, logger: logger) { try await time.sleep(until: next) }
            } catch {
                return (Self.abandoned(error), attempt)
            }
            attempt += 1
        }
    }

    private func attempt(_ ticket: RunTicket) async -> RunResult {
        do {
            return try await log.keeping(ticket, for: isLimited ? job.timeLimit : nil, by: time, logger: logger) {
                try await job.run(planned)
            }
        } catch is CancellationError {
            return Self.abandoned(CancellationError())
        } catch RunFailure.stopped(let limit) {
            return RunResult(.stopped, detail: "\(RunFailure.stopped(after: limit))")
        } catch let failure as RunFailure {
            return Self.abandoned(failure)
        } catch {
            return RunResult(.failed, detail: "\(error)")
        }
    }

    private static func abandoned(_ error: any Error) -> RunResult {
        RunResult(.abandoned, detail: (error as? RunFailure)?.description ?? "the process was told to end")
    }

    private func finish(_ ticket: RunTicket, with result: RunResult, attempts: Int, at ended: Instant) async {
        switch result.outcome {
        case .succeeded, .partly: break
        case .failed, .stopped:
            logger.error(
                "job failed",
                metadata: .keyed([
                    .job: "\(job.id)", .attempt: "\(attempts)", .outcome: "\(result.outcome.rawValue)",
                    .reason: "\(result.detail ?? "unknown")",
                ]))
        case .abandoned: logger.notice("job not finished", metadata: .keyed([.job: "\(job.id)"]))
        }
        // A process that is told to end writes that down all the same, once.
        let isEnding = Task.isCancelled
        await Task {  // waited for
            do {
                let write = { try await log.finish(ticket, with: result, attempts: attempts, now: ended) }
                if isEnding { try await write() } else { try await insisting(write) }
            } catch {
                logger.warning("run not written down yet", metadata: .keyed([.job: "\(job.id)", .reason: "\(error)"]))
                unwritten.add(.ended(ticket, result, attempts: attempts, at: ended))
            }
        }.value
        switch result.outcome {
        case .succeeded, .partly: await job.ping?(.succeeded, ticket)
        case .failed, .stopped: await job.ping?(.failed(result.detail ?? "unknown"), ticket)
        case .abandoned: break
        }
    }

    private func run(from started: Instant, to ended: Instant, _ result: RunResult, attempts: Int) -> JobRun {
        JobRun(
            job: job.id, planned: planned, started: started, ended: ended, outcome: result.outcome,
            attempts: attempts, detail: result.detail)
    }
}
