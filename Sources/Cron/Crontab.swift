/// A user's crontab file as Debian's cron reads it, stricter where cron would silently ignore part of a line.
package struct Crontab: Hashable, Sendable {
    /// In the order of the file.
    package let entries: [CrontabEntry]

    /// Reads a whole file.
    ///
    /// - Throws: `CrontabError` about the first line that is wrong, with its number.
    package init(_ text: String) throws(CrontabError) {
        let (entries, problems) = Self.read(text)
        if let first = problems.first { throw first }
        self.entries = entries
    }

    /// Reads every line, whatever the others are like.
    ///
    /// - Returns: the entries that can be read, and what is wrong: a missing final newline, for which cron refuses the
    ///   whole file, then line by line.
    package static func read(_ text: String) -> (entries: [CrontabEntry], problems: [CrontabError]) {
        // By scalars: to Swift a carriage return and a newline are one character, and cron splits at the newline alone.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        var problems: [CrontabError] = []
        // What stands after the last newline is empty, or a line that is not ended: for that cron refuses the file.
        if let rest = lines.popLast(), !rest.isEmpty {
            problems.append(
                CrontabError(
                    .missingFinalNewline, line: lines.count + 1, "the last line does not end in a newline; add one"))
        }
        var entries: [CrontabEntry] = []
        var environment: [String: String] = [:]
        for (index, scalars) in lines.enumerated() {
            do throws(CrontabError) {
                switch try CrontabLine(Substring(scalars)) {
                case .nothing: break
                case .assignment(let name, let value): environment[name] = value
                case .entry(let schedule, let command):
                    try entries.append(
                        CrontabEntry(line: index + 1, schedule: schedule, text: command, environment: environment))
                }
            } catch {
                problems.append(error.atLine(index + 1))
            }
        }
        return (entries, problems)
    }
}
