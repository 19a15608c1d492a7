import FoundationEssentials

/// The time at the head of a line.
enum LogTime {
    /// ISO 8601 in UTC, always with three digits of milliseconds so that lines align and sort as text.
    static func text(unixMilliseconds: Int64) -> String {
        var (seconds, milliseconds) = unixMilliseconds.quotientAndRemainder(dividingBy: 1000)
        if milliseconds < 0 {
            seconds -= 1
            milliseconds += 1000
        }
        let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        let digits = String(milliseconds)
        let fraction = String(repeating: "0", count: 3 - digits.count) + digits
        return whole.dropLast() + "." + fraction + "Z"
    }
}
