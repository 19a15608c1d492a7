/// What one line of a crontab says.
enum CrontabLine {
    /// Blank, or a comment.
    case nothing
    case assignment(name: String, value: String)
    case entry(schedule: CronSchedule, command: Substring)

    /// Longest name and value, in bytes, as for commands.
    static let valueLimitBytes = CrontabEntry.commandLimitBytes

    init(_ line: Substring) throws(CrontabError) {
        if line.unicodeScalars.contains("\r") {
            throw CrontabError(.strayControlCharacter, "a carriage return is in the line; end lines in a newline alone")
        }
        if line.unicodeScalars.contains("\0") {
            throw CrontabError(.strayControlCharacter, "a NUL byte is in the line; remove it")
        }
        let text = line.drop(while: Self.isBlank)
        if text.isEmpty || text.hasPrefix("#") {
            self = .nothing
        } else if let assignment = try Self.assignment(in: text) {
            self = assignment
        } else {
            self = try Self.entry(in: text)
        }
    }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

    /// Nil where the line is none: its first word is not followed by an equals sign.
    private static func assignment(in text: Substring) throws(CrontabError) -> CrontabLine? {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let name = trimmed(text[..<equals])
        // `* * * * * PATH=/x y` is a command: a name is one word.
        guard !name.contains(where: isBlank) else { return nil }
        guard isName(name) else {
            throw CrontabError(
                .badAssignment, "\"\(name)\" is no name of a variable; use letters, digits and _, not a digit first")
        }
        let value = try unquoted(trimmed(text[text.index(after: equals)...]))
        guard name.utf8.count + value.utf8.count <= valueLimitBytes else {
            throw CrontabError(
                .tooLong, "\(name) and its value exceed the \(valueLimitBytes) bytes cron takes; shorten it")
        }
        return .assignment(name: String(name), value: String(value))
    }

    private static func isName(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 95
        }
    }

    /// Without the quotes that keep the blanks at the ends; nothing within is expanded, as in cron.
    private static func unquoted(_ value: Substring) throws(CrontabError) -> Substring {
        guard let quote = value.first, quote == "\"" || quote == "'" else { return value }
        guard value.count >= 2, value.last == quote else {
            throw CrontabError(
                .badAssignment, "the value \(value) opens with \(quote) and does not close with it; add \(quote)")
        }
        return value.dropFirst().dropLast()
    }

    private static func entry(in text: Substring) throws(CrontabError) -> CrontabLine {
        var rest = text
        var words: [Substring] = []
        let count = text.hasPrefix("@") ? 1 : 5
        while words.count < count, !rest.isEmpty {
            let word = rest.prefix { !isBlank($0) }
            words.append(word)
            rest = rest[word.endIndex...].drop(while: isBlank)
        }
        return .entry(schedule: try CronSchedule(words.joined(separator: " ")), command: rest)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }
}
