import Backup
import Logging
import Pipeline
import Rankings
import Scheduler
import Settings

/// What the commands that jobs may run do within this process.
struct JobWork: Sendable {
    /// A tick or crawl that hangs must not hold the next ones back for long.
    static let tickLimit = Duration.seconds(15 * 60)

    let parts: Composition

    /// The work of a command, for the minute it runs in, whenever it was due.
    func run(_ command: JobSettings.Command) async throws -> RunResult {
        switch command {
        case .tick: return try await TickJob(parts: parts).run(at: slot).result
        case .crawl: return try await parts.pipeline.crawl(at: slot).result
        case .forecast:
            return .made(try await parts.pipeline.forecastAll(at: slot, isForced: false), "forecasts")
        case .fit: return try await parts.pipeline.fitModel(now: parts.time.now()).result
        case .publish: return .made(try await parts.pipeline.publishAll(at: slot), "editions")
        case .dump: return try await DumpJob(parts).run(.closed).result
        case .dumpLive: return try await DumpJob(parts).run(.live).result
        case .prune: return try await PruneJob(parts: parts).run().result
        case .backup: return try await backUp()
        }
    }

    private var slot: Slot { Slot(containing: parts.time.now()) }

    /// Where no place is configured that is worth a warning each night, and no failure of the process.
    private func backUp() async throws -> RunResult {
        let job = BackupJob(workplace: parts.workplace)
        guard job.isConfigured else {
            parts.workplace.logger.warning("no backup is made: neither backup.folder nor backup.bucket is set")
            return RunResult(.succeeded, detail: "no place for backups is configured")
        }
        return try await job.run().result
    }
}

extension RunResult {
    /// Something was done so many times.
    static func made(_ count: Int, _ what: String) -> RunResult {
        RunResult(.succeeded, detail: "\(count) \(what)")
    }
}

extension BackupJob.Report {
    /// As a run of a job.
    var result: RunResult { RunResult(.succeeded, detail: "backup \(manifest.name)") }
}

extension FitReport {
    /// As a run of a job.
    var result: RunResult { RunResult(.succeeded, detail: words) }
}

extension PruneJob.Report {
    /// As a run of a job.
    var result: RunResult { .made(events.count, "events pruned") }
}

extension DumpJob.Report {
    /// As a run of a job.
    var result: RunResult {
        RunResult(failed == 0 ? .succeeded : made.isEmpty ? .failed : .partly, detail: "\(made.count) events dumped")
    }
}

extension TickReport {
    /// As a run of a job. What an upstream does not answer is no failure of ours: its slots say so.
    var result: RunResult {
        let outcome: RunOutcome =
            switch verdict {
            case .done: .succeeded
            case .partly where outcomes.isEmpty && editions == 0: .failed
            case .partly: .partly
            // Another process holds all slots.
            case .tryLater: outcomes.isEmpty && unlistedGames == 0 ? .succeeded : .partly
            }
        var words = outcomes.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        if claimedElsewhere > 0 { words.append("claimed elsewhere \(claimedElsewhere)") }
        if failed > 0 { words.append("failed \(failed)") }
        if unlistedGames > 0 { words.append("games not listed \(unlistedGames)") }
        return RunResult(outcome, detail: words.isEmpty ? nil : words.joined(separator: ", "))
    }
}
