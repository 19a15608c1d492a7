package import Logging
package import Rankings
import Telemetry

extension RunLog {
    /// Does the work of a run while the claim on it is kept.
    ///
    /// - Parameters:
    ///   - limit: how long the work may take; nil does not limit it.
    ///   - time: the clock of the limit. Claims are kept in real time, as the log's clock is.
    /// - Throws: what the work throws, `RunFailure` where it took too long or another process took the run over, and
    ///   `CancellationError`.
    package func keeping<Value: Sendable>(
        _ ticket: RunTicket, for limit: Duration? = nil, by time: any TimeSource, logger: Logger,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await keep(ticket, logger: logger)
                return nil
            }
            if let limit {
                group.addTask {
                    try await time.sleep(until: time.now() + limit)
                    throw RunFailure.stopped(after: limit)
                }
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }

    /// Keeps the claim until it is cancelled. A log that does not answer is asked again; what comes of the run is
    /// decided where it is written down.
    private func keep(_ ticket: RunTicket, logger: Logger) async throws {
        while true {
            try await Task.sleep(for: RunLimits.renewal)
            do {
                guard try await renew(ticket) else { throw RunFailure.lost }
            } catch let failure as RunFailure {
                throw failure
            } catch let error as CancellationError {
                throw error
            } catch {
                logger.warning("run not renewed", metadata: .keyed([.job: "\(ticket.job)", .reason: "\(error)"]))
            }
        }
    }
}
