/// What is wrong with a crontab or an expression, and what would be right.
package struct CrontabError: Error, Hashable, Sendable {
    /// What is wrong, for callers that tell problems apart.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file does not end in a newline, for which cron refuses it whole.
        case missingFinalNewline
        /// A line holds a carriage return or a NUL byte, which would become part of the command.
        case strayControlCharacter
        /// Fewer than five fields, or an `@` word cron does not know.
        case badSchedule
        /// One of the five fields cannot be read.
        case badField
        /// A schedule without a command.
        case missingCommand
        /// A command or value longer than cron takes.
        case tooLong
        /// An assignment whose name or quotes cannot be read.
        case badAssignment
    }

    package let code: Code
    /// The line in the file, from 1; nil for an expression on its own.
    package let line: Int?
    /// What was found and what would be right, e.g. `minute "60" is not within 0-59`.
    package let message: String

    init(_ code: Code, line: Int? = nil, _ message: String) {
        self.code = code
        self.line = line
        self.message = message
    }

    func atLine(_ line: Int) -> CrontabError { CrontabError(code, line: line, message) }
}

extension CrontabError: CustomStringConvertible {
    package var description: String {
        guard let line else { return message }
        return "line \(line): \(message)"
    }
}
