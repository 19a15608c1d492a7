/// Writes values in Prometheus' text format:
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
struct MetricsText {
    let values: Metrics.Values

    var text: String {
        Metric.allCases.sorted { $0.rawValue < $1.rawValue }.map(family).joined()
    }

    private func family(_ metric: Metric) -> String {
        let numbers = (values.numbers[metric] ?? [:]).sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let distributions = (values.distributions[metric] ?? [:]).sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let lines =
            numbers.map { sample(metric.rawValue, metric, $0.key, $0.value) }
            + distributions.map { histogram(metric, $0.key, $0.value) }
        guard !lines.isEmpty else { return "" }
        return "# HELP \(metric.rawValue) \(metric.help)\n# TYPE \(metric.rawValue) \(metric.kind.rawValue)\n"
            + lines.joined()
    }

    private func histogram(_ metric: Metric, _ labels: [String], _ distribution: Metrics.Distribution) -> String {
        var text = ""
        var below = 0
        for (bound, count) in zip(Metrics.bounds, distribution.counts) {
            below += count
            text += sample("\(metric.rawValue)_bucket", metric, labels, Double(below), bound: number(bound))
        }
        text += sample("\(metric.rawValue)_bucket", metric, labels, Double(distribution.count), bound: "+Inf")
        text += sample("\(metric.rawValue)_sum", metric, labels, distribution.sum)
        return text + sample("\(metric.rawValue)_count", metric, labels, Double(distribution.count))
    }

    private func sample(
        _ name: String, _ metric: Metric, _ labels: [String], _ value: Double, bound: String? = nil
    ) -> String {
        var pairs = zip(metric.labels, labels).map { "\($0)=\"\(escaped($1))\"" }
        if let bound { pairs.append("le=\"\(bound)\"") }
        let set = pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
        return "\(name)\(set) \(number(value))\n"
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whole numbers without a fraction.
    private func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }
}
