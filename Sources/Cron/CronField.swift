/// One of the time fields: its name, its bounds and how to read it.
struct CronField: Sendable {
    let name: String
    let range: ClosedRange<Int>
    /// Three-letter names, lower case; the first stands for `firstName`.
    let names: [String]
    let firstName: Int

    /// Only in configuration: cron knows no seconds.
    static let second = CronField(name: "second", range: 0...59)
    static let minute = CronField(name: "minute", range: 0...59)
    static let hour = CronField(name: "hour", range: 0...23)
    static let dayOfMonth = CronField(name: "day of month", range: 1...31)
    static let month = CronField(
        name: "month", range: 1...12,
        names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], firstName: 1)
    /// 0 and 7 are Sunday.
    static let dayOfWeek = CronField(
        name: "day of week", range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])

    private init(name: String, range: ClosedRange<Int>, names: [String] = [], firstName: Int = 0) {
        self.name = name
        self.range = range
        self.names = names
        self.firstName = firstName
    }

    /// The values a list such as `1-9/2,30` names, as bits: bit n for the value n.
    func values(in text: Substring) throws(CrontabError) -> UInt64 {
        var bits: UInt64 = 0
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            if item.isEmpty {
                throw wrong("\"\(text)\" has an empty part", "join values by single commas, as in 1,2,5")
            }
            bits |= try bitsOfItem(item)
        }
        return bits
    }

    /// One part of a list: `*`, `n`, `a-b`, each but the single value with `/step`.
    private func bitsOfItem(_ item: Substring) throws(CrontabError) -> UInt64 {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count > 2 { throw wrong("\"\(item)\" has two steps", "write one, as in \(example)/2") }
        let (low, high) = try bounds(of: parts[0], in: item)
        guard parts.count == 2 else { return bits(from: low, through: high, by: 1) }
        if parts[0] != "*", !parts[0].contains("-") {
            throw wrong(
                "\"\(item)\" gives a step to a single value", "write \(parts[0])-\(range.upperBound)/\(parts[1])")
        }
        guard let step = number(parts[1]), step > 0 else {
            throw wrong("\"\(item)\" has the step \"\(parts[1])\"", "a step is a whole number from 1")
        }
        return bits(from: low, through: high, by: step)
    }

    private func bounds(of text: Substring, in item: Substring) throws(CrontabError) -> (low: Int, high: Int) {
        if text == "*" { return (range.lowerBound, range.upperBound) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        if ends.count > 2 { throw wrong("\"\(item)\" has two hyphens", "a range is two values, as in \(example)") }
        let low = try value(ends[0], in: item)
        guard ends.count == 2 else { return (low, low) }
        let high = try value(ends[1], in: item)
        if high < low {
            let turned = "\(ends[0])-\(range.upperBound),\(range.lowerBound)-\(ends[1])"
            throw wrong("\"\(item)\" runs backwards", "write the smaller value first, or two ranges: \(turned)")
        }
        return (low, high)
    }

    private func value(_ text: Substring, in item: Substring) throws(CrontabError) -> Int {
        if let index = names.firstIndex(of: text.lowercased()) { return firstName + index }
        guard let number = number(text) else {
            let alternatives = names.isEmpty ? "" : ", or one of \(names.joined(separator: ", "))"
            throw wrong(
                "\"\(item)\" is not understood", "write numbers within \(span), as in \(example)\(alternatives)")
        }
        guard range.contains(number) else { throw wrong("\"\(item)\" is not within \(span)", nil) }
        return number
    }

    /// ASCII digits alone, no sign; nil where it is anything else or longer than any value can be.
    private func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private func bits(from low: Int, through high: Int, by step: Int) -> UInt64 {
        stride(from: low, through: high, by: step).reduce(0) { $0 | 1 << UInt64($1) }
    }

    private var span: String { "\(range.lowerBound)-\(range.upperBound)" }
    private var example: String { "\(range.lowerBound + 1)-\(min(range.upperBound, 5))" }

    private func wrong(_ problem: String, _ right: String?) -> CrontabError {
        CrontabError(.badField, "\(name) \(problem)" + (right.map { "; \($0)" } ?? ""))
    }
}
