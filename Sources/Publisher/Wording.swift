/// Numbers as the pages say them. The script of the page says them in the same words.
enum Wording {
    /// `12,345,678`; with a scale of 100 `123,456.78`. A sign only where it is negative.
    static func number(_ value: Int64, scale: Int = 1) -> String {
        var digits = String(value.magnitude / UInt64(scale))
        var grouped = ""
        while digits.utf8.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        let sign = value < 0 ? "−" : ""
        return sign + digits + grouped + fraction(value.magnitude % UInt64(scale), scale: scale)
    }

    /// `+12,345`, `−12`, or `0`.
    static func gain(_ value: Int64, scale: Int = 1) -> String {
        (value > 0 ? "+" : "") + number(value, scale: scale)
    }

    /// Three digits and a letter, as axes show it: `12.3M`, `450k`, `999`.
    static func short(_ value: Double) -> String {
        let (amount, unit) =
            switch abs(value) {
            case 999_500_000...: (value / 1_000_000_000, "G")
            case 999_500...: (value / 1_000_000, "M")
            case 1000...: (value / 1000, "k")
            default: (value, "")
            }
        let decimals = abs(amount) < 9.995 ? 2 : abs(amount) < 99.95 ? 1 : 0
        return trimmed(amount, decimals: decimals) + unit
    }

    /// Two ends in short, the letter once where they share it: `8.68–10.2M`.
    static func range(_ low: Double, _ high: Double) -> String {
        let (first, last) = (short(low), short(high))
        guard let letter = first.last, letter.isLetter, letter == last.last else { return "\(first)–\(last)" }
        return "\(first.dropLast())–\(last)"
    }

    private static func fraction(_ rest: UInt64, scale: Int) -> String {
        guard scale > 1 else { return "" }
        let digits = String(scale).utf8.count - 1
        let text = String(rest)
        return "." + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// The number with at most so many decimals, without zeros at the end.
    private static func trimmed(_ value: Double, decimals: Int) -> String {
        let factor = [1, 10, 100][decimals]
        let rounded = Int64((abs(value) * Double(factor)).rounded())
        let (whole, rest) = rounded.quotientAndRemainder(dividingBy: Int64(factor))
        let sign = value < 0 && rounded != 0 ? "−" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var digits = String(rest)
        digits = String(repeating: "0", count: decimals - digits.utf8.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
