/// Sizes as text: a whole number and a unit, such as `8MB`. `MB` is a million bytes, `MiB` is 1024 × 1024.
enum SizeText {
    private static let units: [(suffix: String, bytes: Int)] = [
        ("B", 1), ("kB", 1000), ("KB", 1000), ("KiB", 1 << 10), ("MB", 1_000_000), ("MiB", 1 << 20),
        ("GB", 1_000_000_000), ("GiB", 1 << 30),
    ]
    /// So that no product of number and unit overflows.
    private static let mostDigits = 9

    static let advice = "Write a whole number and a unit: 512kB, 8MB, 128MiB or 1GB"

    /// In bytes.
    static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...mostDigits).contains(digits.count), let count = Int(digits) else { return nil }
        let suffix = text.dropFirst(digits.count)
        return units.first { $0.suffix == suffix }.map { count * $0.bytes }
    }

    /// In the largest decimal unit that leaves a whole number.
    static func text(_ bytes: Int) -> String {
        let decimal = units.filter { $0.suffix.count <= 2 && $0.suffix != "KB" }
        guard let unit = decimal.last(where: { bytes != 0 && bytes % $0.bytes == 0 }) else { return "0B" }
        return "\(bytes / unit.bytes)\(unit.suffix)"
    }
}
