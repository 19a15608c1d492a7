import Cron
import Foundation
import Logging
import Pipeline
import Rankings
import Scheduler

/// The lines of the crontab that cron would run, as jobs of this process.
struct CrontabJobs {
    let file: String

    /// - Throws: `CrontabError` where a line is wrong, `CommandError` where one runs what this process cannot.
    func jobs(of parts: Composition) throws -> [Job] {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return try Crontab(text).entries.map { entry in
            Job(name: entry.command, schedule: entry.schedule, run: try work(of: entry, parts))
        }
    }

    private func work(of entry: CrontabEntry, _ parts: Composition) throws -> @Sendable (Slot) async throws -> Void {
        let words = entry.command.split(separator: " ").map(String.init)
        guard words.first?.split(separator: "/").last == "borderline", words.count >= 2 else {
            throw CommandError("\(file):\(entry.line): `up` runs only lines of the form `borderline COMMAND`")
        }
        let command = words.dropFirst().joined(separator: " ")
        switch command {
        case "tick": return { slot in _ = try await TickJob(parts: parts).run(at: slot) }
        case "forecast": return { slot in _ = try await parts.pipeline.forecastAll(at: slot, isForced: false) }
        case "publish": return { slot in _ = try await parts.pipeline.publishAll(at: slot) }
        case "dump": return { _ in _ = try await DumpJob(parts).run(.closed) }
        case "dump --live": return { _ in _ = try await DumpJob(parts).run(.live) }
        case "history prune": return { _ in _ = try await PruneJob(parts: parts).run() }
        case "backup": return { _ in try await backUp(parts.workplace) }
        default:
            throw CommandError(
                """
                \(file):\(entry.line): `up` cannot run `\(command)`; it runs tick, forecast, publish, dump, \
                dump --live, history prune, backup
                """)
        }
    }

    /// Where no place is configured that is worth a warning each night, and no failure of the process.
    private func backUp(_ workplace: Workplace) async throws {
        let job = BackupJob(workplace: workplace)
        guard job.isConfigured else {
            workplace.logger.warning("no backup is made: neither backup.folder nor backup.bucket is set")
            return
        }
        _ = try await job.run()
    }
}
