/// Durations as text: a whole number and a unit, such as `45s`.
enum DurationText {
    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]
    /// So that no product of number and unit overflows.
    private static let mostDigits = 9

    static let advice = "Write a whole number and a unit: 500ms, 45s, 15m, 1h or 8d"

    static func duration(_ text: String) -> Duration? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...mostDigits).contains(digits.count), let count = Int64(digits) else { return nil }
        let suffix = text.dropFirst(digits.count)
        return units.first { $0.suffix == suffix }.map { .milliseconds(count * $0.milliseconds) }
    }

    /// The shortest text that reads back the same; durations below a millisecond are cut.
    static func text(_ duration: Duration) -> String {
        let milliseconds = Int64(duration / .milliseconds(1))
        guard let unit = units.last(where: { milliseconds % $0.milliseconds == 0 && milliseconds != 0 }) else {
            return "0s"
        }
        return "\(milliseconds / unit.milliseconds)\(unit.suffix)"
    }
}
