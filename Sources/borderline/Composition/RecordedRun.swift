import Logging
import Rankings
import Scheduler
import Settings
import Storage
import Telemetry

/// A job that a person or cron runs as a command, written down beside those that `up` runs.
struct RecordedRun: Sendable {
    let store: Store
    let time: any TimeSource
    let logger: Logger

    init(store: Store, time: any TimeSource, logger: Logger) {
        self.store = store
        self.time = time
        self.logger = logger
    }

    init(_ parts: Composition) {
        self.init(store: parts.store, time: parts.time, logger: parts.workplace.logger)
    }

    /// Does the work, whatever becomes of writing it down.
    ///
    /// - Parameters:
    ///   - command: nil does the work and writes nothing down: no job is run by hand.
    ///   - planned: when it was due; nil is now.
    ///   - result: what is to be said of it.
    func perform<Value: Sendable>(
        _ command: JobSettings.Command?, planned: Instant? = nil, _ work: @escaping @Sendable () async throws -> Value,
        result: (Value) -> RunResult
    ) async throws -> Value {
        guard let command else { return try await work() }
        let runs = StoredRuns(store: store)
        guard let ticket = await claim(command.id, planned: planned ?? time.now(), in: runs) else {
            return try await work()
        }
        do {
            let value = try await runs.keeping(ticket, by: time, logger: logger, work)
            await finish(ticket, with: result(value), in: runs)
            return value
        } catch {
            let outcome: RunOutcome = error is CancellationError ? .abandoned : .failed
            await finish(ticket, with: RunResult(outcome, detail: "\(error)"), in: runs)
            throw error
        }
    }

    private func claim(_ job: String, planned: Instant, in runs: StoredRuns) async -> RunTicket? {
        do {
            let claim = try await runs.claim(job, planned: planned, isShared: true, now: time.now())
            if case .won(let ticket) = claim { return ticket }
        } catch {
            complain(job, error)
        }
        return nil
    }

    private func finish(_ ticket: RunTicket, with result: RunResult, in runs: StoredRuns) async {
        do {
            try await runs.finish(ticket, with: result, attempts: 1, now: time.now())
        } catch {
            complain(ticket.job, error)
        }
    }

    private func complain(_ job: String, _ error: any Error) {
        logger.warning("run not written down", metadata: .keyed([.job: "\(job)", .reason: "\(error)"]))
    }
}
