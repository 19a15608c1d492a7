/// One line of a crontab that runs something.
package struct CrontabEntry: Hashable, Sendable {
    /// The line in the file, from 1.
    package let line: Int
    package let schedule: CronSchedule
    /// What `/bin/sh -c` (or `SHELL` of the environment) gets: the rest of the line up to the first bare `%`.
    package let command: String
    /// What the command reads: the text after the first bare `%`, each further one a newline, ending in one; nil where
    /// there is no `%`.
    package let standardInput: String?
    /// The assignments above the line; the last one of a name counts.
    package let environment: [String: String]
}

extension CrontabEntry {
    /// Longest command, in bytes: from 999 on Debian's cron refuses the file ("command too long").
    package static let commandLimitBytes = 998

    /// - Parameter text: what follows the schedule, percent signs and all.
    init(
        line: Int, schedule: CronSchedule, text: Substring, environment: [String: String]
    ) throws(CrontabError) {
        guard !text.isEmpty else {
            throw CrontabError(.missingCommand, "no command follows the schedule; write what is to be run after it")
        }
        guard text.utf8.count <= Self.commandLimitBytes else {
            throw CrontabError(
                .tooLong,
                "the command has \(text.utf8.count) bytes, cron takes \(Self.commandLimitBytes); put it into a script"
            )
        }
        let (command, input) = Self.splitAtPercent(text)
        if command.allSatisfy({ $0 == " " || $0 == "\t" }) {
            throw CrontabError(
                .missingCommand, "nothing stands before the first %; write a command, or \\% for a percent sign")
        }
        self.init(
            line: line, schedule: schedule, command: command, standardInput: input, environment: environment)
    }

    /// `\%` is a percent sign; a bare one first ends the command, then ends lines of its input.
    private static func splitAtPercent(_ text: Substring) -> (command: String, input: String?) {
        var pieces: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "%", !isEscaped {
                pieces.append(String.UnicodeScalarView())
                continue
            }
            if scalar == "%" { pieces[pieces.count - 1].removeLast() }
            pieces[pieces.count - 1].append(scalar)
            isEscaped = scalar == "\\" && !isEscaped
        }
        let lines = pieces.map { String($0) }
        guard lines.count > 1 else { return (lines[0], nil) }
        let input = lines.dropFirst().joined(separator: "\n")
        return (lines[0], input.hasSuffix("\n") ? input : input + "\n")
    }
}
