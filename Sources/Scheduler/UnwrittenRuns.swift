import Logging
import Rankings
import Synchronization
import Telemetry

/// How runs ended that could not be written down, as the log did not answer. They are when it does again.
final class UnwrittenRuns: Sendable {
    enum Entry: Hashable, Sendable {
        case ended(RunTicket, RunResult, attempts: Int, at: Instant)
        /// Nobody did it here: whoever should could not claim it.
        case notClaimed(JobRun, isShared: Bool)
    }

    /// The newest that are kept: a day of minutes.
    static let limit = 1440

    private let entries = Mutex<[Entry]>([])

    var count: Int { entries.withLock { $0.count } }

    func add(_ entry: Entry) {
        entries.withLock { entries in
            entries.append(entry)
            if entries.count > Self.limit { entries.removeFirst() }
        }
    }

    /// Writes them down, the oldest first, until one fails.
    func write(to log: any RunLog, logger: Logger) async {
        while let entry = entries.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            do {
                try await write(entry, to: log)
            } catch {
                logger.warning("runs not written down yet", metadata: .keyed([.reason: "\(error)"]))
                entries.withLock { $0.insert(entry, at: 0) }
                return
            }
        }
    }

    private func write(_ entry: Entry, to log: any RunLog) async throws {
        switch entry {
        case .ended(let ticket, let result, let attempts, let ended):
            try await log.finish(ticket, with: result, attempts: attempts, now: ended)
        case .notClaimed(let run, let isShared):
            guard let outcome = run.outcome, let ended = run.ended,
                // Another process may have done it, or be at it.
                case .won(let ticket) = try await log.claim(
                    run.job, planned: run.planned, isShared: isShared, now: run.started)
            else { return }
            try await log.finish(
                ticket, with: RunResult(outcome, detail: run.detail), attempts: run.attempts,
                now: ended)
        }
    }
}
