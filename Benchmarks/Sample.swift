/// Durations of equal runs.
struct Sample {
    private let milliseconds: [Double]

    init(_ durations: [Duration]) {
        milliseconds = durations.map { Double($0.components.seconds) * 1e3 + Double($0.components.attoseconds) * 1e-15 }
            .sorted()
    }

    /// The smallest value that the given share of runs does not exceed.
    func quantile(_ share: Double) -> Double {
        milliseconds[min(milliseconds.count - 1, Int((Double(milliseconds.count) * share).rounded(.up)) - 1)]
    }

    var median: Double { quantile(0.5) }

    var line: String {
        let shares = [("p90", 0.9), ("p95", 0.95), ("p99", 0.99)].map { "\($0) \(text(quantile($1)))" }
        return "median \(text(median)) ms, \(shares.joined(separator: ", ")), n \(milliseconds.count)"
    }

    private func text(_ value: Double) -> String { rounded(value) }
}

/// Two decimals, without Foundation's formatting.
func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = String(abs(hundredths) % 100)
    return "\(hundredths / 100).\(fraction.count == 1 ? "0" : "")\(fraction)"
}
