import Cron
import Foundation
import Rankings
import Scheduler
import Settings

/// The jobs that `up` runs: those of the configuration, or else the lines of the crontab that cron would run.
struct ScheduledJobs {
    let workplace: Workplace

    /// - Throws: `CommandError`, or `CrontabError` of the crontab, where one cannot be run, with what would be right.
    func jobs(of parts: Composition) throws -> [Job] {
        let work = JobWork(parts: parts)
        guard let configured = workplace.configuration.jobs else {
            return try crontab().map { command, schedule in job(running: command, at: schedule, work) }
        }
        var jobs: [Job] = []
        for settings in configured { jobs.append(try job(settings, work)) }
        return jobs
    }

    private func job(running command: JobSettings.Command, at schedule: CronSchedule, _ work: JobWork) -> Job {
        var job = Job(id: command.id, timing: Timing(schedule)) { _ in try await work.run(command) }
        job.isShared = command.isShared
        if command.isShared { job.timeLimit = JobWork.tickLimit }
        return job
    }

    private func job(_ settings: JobSettings, _ work: JobWork) throws -> Job {
        var job = Job(id: settings.id, timing: try timing(of: settings)) { _ in try await work.run(settings.command) }
        job.isShared = settings.command.isShared
        job.timeLimit = settings.timeLimit
        job.jitter = settings.jitter
        job.catchUp = settings.schedulerCatchUp
        job.retries = Retries(count: settings.retries, firstPause: settings.retryPause)
        if let address = settings.ping {
            let ping = JobPing(client: work.parts.client, address: address, logger: workplace.logger)
            job.ping = { signal, ticket in await ping.send(signal, of: ticket) }
        }
        return job
    }

    /// Reads and checks what is to be run, without running it.
    ///
    /// - Returns: how many jobs there are, and where they stand.
    func check() throws -> (count: Int, place: String) {
        if let configured = workplace.configuration.jobs {
            for settings in configured { _ = try timing(of: settings) }
            return (configured.count, workplace.configuration.file ?? "the configuration")
        }
        return (try crontab().count, try file)
    }

    private var file: String {
        get throws { try workplace.share.path(of: "Cron/borderline.crontab") }
    }

    private func crontab() throws -> [(JobSettings.Command, CronSchedule)] {
        let file = try file
        return try Crontab(try String(contentsOfFile: file, encoding: .utf8)).entries.map { entry in
            guard let command = JobSettings.Command(commandLine: entry.command) else {
                throw CommandError(
                    """
                    \(file):\(entry.line): `up` cannot run `\(entry.command)`; it runs borderline with \
                    \(JobSettings.Command.allCases.map(\.rawValue).joined(separator: ", "))
                    """)
            }
            return (command, entry.schedule)
        }
    }

    private func timing(of settings: JobSettings) throws -> Timing {
        do {
            return try Timing(settings.schedule, in: try .named(settings.zone))
        } catch {
            throw CommandError("\(workplace.configuration.file ?? "configuration"): job \(settings.id): \(error)")
        }
    }
}

extension JobSettings {
    fileprivate var schedulerCatchUp: Scheduler.CatchUp {
        switch catchUp {
        case .skip: .skip
        case .once: .once
        case .all: .all(atMost: catchUpLimit)
        }
    }
}

extension JobSettings.Command {
    /// The command of a line of the crontab; nil where it runs another program, or one with other options.
    init?(commandLine: String) {
        let words = commandLine.split(separator: " ").map(String.init)
        guard words.first?.split(separator: "/").last == "borderline" else { return nil }
        self.init(rawValue: words.dropFirst().joined(separator: " "))
    }

    /// As the id of a job.
    var id: String {
        rawValue.split { $0 == " " || $0 == "-" }.joined(separator: "-")
    }
}
