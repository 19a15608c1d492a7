/// Reads the parts of a POSIX time-zone rule one after the other.
struct PosixReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: [UInt8]) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// Whether the character comes next; then it is passed.
    mutating func takes(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Passes a name such as `CET` or `<+03>`; false where there is none.
    mutating func name() -> Bool {
        if takes("<") {
            rest = rest.drop { $0 != UInt8(ascii: ">") }
            return takes(">")
        }
        let letters = rest.prefix { (65...90).contains($0 & 0xDF) }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// A time or offset such as `-1`, `5:30` or `3:00:15`, in seconds.
    mutating func time() -> Int64? {
        let isNegative = takes("-")
        if !isNegative { _ = takes("+") }
        guard let hours = number(atMost: 167) else { return nil }
        var seconds = hours * 3600
        for unit in [Int64(60), 1] where takes(":") {
            guard let number = number(atMost: 59) else { return nil }
            seconds += number * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// A day of the year with the time on it, 2 o'clock unless it says another.
    mutating func day() -> PosixDay? {
        guard let day = dayAlone() else { return nil }
        guard takes("/") else { return PosixDay(day: day, time: 7200) }
        return time().map { PosixDay(day: day, time: $0) }
    }

    private mutating func dayAlone() -> PosixDay.Day? {
        if takes("M") {
            guard let month = number(atMost: 12), month > 0, takes("."), let week = number(atMost: 5), week > 0,
                takes("."), let weekday = number(atMost: 6)
            else { return nil }
            return .weekday(month: Int(month), week: Int(week), weekday: Int(weekday))
        }
        if takes("J") {
            return number(atMost: 365).flatMap { $0 > 0 ? .ofYearWithoutLeapDay(Int($0)) : nil }
        }
        return number(atMost: 365).map { .ofYear(Int($0)) }
    }

    private mutating func number(atMost limit: Int64) -> Int64? {
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
        return value <= limit ? value : nil
    }
}
