import Logging
import Pipeline
import Rankings
import Telemetry

/// One minute, and the housekeeping that comes after it.
struct TickJob: Sendable {
    let parts: Composition

    /// Housekeeping that fails is logged, and is tried again in the next minute.
    func run(at slot: Slot) async throws -> TickReport {
        let report = try await parts.pipeline.tick(at: slot)
        await contained("players not forgotten yet") { try await Forgetting(workplace: parts.workplace).finish(parts) }
        await contained("disk not measured") { try await DiskJob(workplace: parts.workplace).runIfDue() }
        return report
    }

    private func contained(_ message: Logger.Message, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            // The process is told to end; the next start goes on.
        } catch {
            parts.workplace.logger.error(message, metadata: .keyed([.reason: "\(error)"]))
        }
    }
}
