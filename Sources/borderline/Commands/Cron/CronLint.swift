import ArgumentParser
import Cron
import Foundation
import Rankings
import Settings
import Timekeeping

struct CronLint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks a crontab line by line, and says when each line runs next.",
        discussion: """
            Ends with 1 where a line is wrong or never runs. A line that cron can run and `up` cannot is said to be one,
            and is no mistake. Needs neither configuration nor database.
            """)

    /// A longer file is no crontab but a mistake.
    private static let limitBytes = 1_000_000

    @Argument(help: "The file, e.g. Cron/borderline.crontab.")
    var file: String

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandError("\(file) cannot be read")
        }
        guard data.count <= Self.limitBytes, let text = String(validating: data, as: UTF8.self) else {
            throw CommandError("\(file) is no text of at most \(Self.limitBytes) bytes")
        }
        let (entries, problems) = Crontab.read(text)
        let now = SystemTime().now()
        var lines = problems.map { (line: $0.line ?? 0, text: $0.message, isWrong: true) }
        for entry in entries { lines.append(Self.judgement(of: entry, now: now)) }
        for line in lines.sorted(by: { $0.line < $1.line }) {
            print("\(file):\(line.line): \(line.isWrong ? "wrong: " : "")\(line.text)")
        }
        if lines.contains(where: \.isWrong) { throw ExitCode.failure }
    }

    private static func judgement(
        of entry: CrontabEntry, now: Instant
    ) -> (line: Int, text: String, isWrong: Bool) {
        let timing = Timing(entry.schedule)
        let isKnown = JobSettings.Command(commandLine: entry.command) != nil
        let suffix = isKnown ? "" : "; `up` does not run it, cron does"
        if timing.isAtStart { return (entry.line, "runs at the start\(suffix)", false) }
        guard let next = timing.next(after: now) else {
            return (entry.line, "never runs: no month has such a day", true)
        }
        return (entry.line, "runs next at \(next)\(suffix)", false)
    }
}
