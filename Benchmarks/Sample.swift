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
        "median \(text(median)) ms, p90 \(text(quantile(0.9))), p95 \(text(quantile(0.95))), p99 \(text(quantile(0.99))), n \(milliseconds.count)"
    }

    private func text(_ value: Double) -> String { rounded(value) }
}

/// Two decimals, without Foundation's formatting.
func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = String(abs(hundredths) % 100)
    return "\(hundredths / 100).\(fraction.count == 1 ? "0" : "")\(fraction)"
}
