import Synchronization

/// What this process measured since it started.
///
/// Labels hold ids of configuration and of events and words of our own: no player, no address, no secret.
package final class Metrics: Sendable {
    /// Upper bounds in seconds: a minute's work is looked at more closely.
    static let bounds: [Double] = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 45, 60]
    /// Sets of labels of one metric; what comes beyond is not counted, so that memory stays flat.
    static let seriesLimit = 10_000

    struct Distribution {
        /// For each bound how many values were at most that, and were above the bound before it.
        var counts = Array(repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0
    }

    struct Values {
        var numbers: [Metric: [[String]: Double]] = [:]
        var distributions: [Metric: [[String]: Distribution]] = [:]
    }

    private let values = Mutex(Values())

    package init() {}

    /// - Parameter labels: values for the metric's labels, in their order.
    package func add(_ amount: Double = 1, to metric: Metric, _ labels: String...) {
        precondition(metric.kind == .counter && labels.count == metric.labels.count, "a value for each label")
        values.withLock { values in
            let series = values.numbers[metric, default: [:]]
            guard series[labels] != nil || series.count < Self.seriesLimit else { return }
            values.numbers[metric, default: [:]][labels, default: 0] += amount
        }
    }

    /// Sets a gauge.
    package func set(_ metric: Metric, to value: Double, _ labels: String...) {
        precondition(metric.kind == .gauge && labels.count == metric.labels.count, "a value for each label")
        values.withLock { $0.numbers[metric, default: [:]][labels] = value }
    }

    /// Sets a gauge of one label for all there is; what is no longer there is forgotten.
    package func replace(_ metric: Metric, with series: [String: Double]) {
        precondition(metric.kind == .gauge && metric.labels.count == 1, "a gauge of one label")
        values.withLock { values in
            values.numbers[metric] = Dictionary(uniqueKeysWithValues: series.map { ([$0.key], $0.value) })
        }
    }

    /// Counts a duration into the buckets of a histogram.
    package func observe(_ duration: Duration, as metric: Metric, _ labels: String...) {
        precondition(metric.kind == .histogram && labels.count == metric.labels.count, "a value for each label")
        let components = duration.components
        let seconds = Double(components.seconds) + Double(components.attoseconds) * 1e-18
        values.withLock { values in
            let series = values.distributions[metric, default: [:]]
            guard series[labels] != nil || series.count < Self.seriesLimit else { return }
            var distribution = series[labels] ?? Distribution()
            if let position = Self.bounds.firstIndex(where: { seconds <= $0 }) { distribution.counts[position] += 1 }
            distribution.count += 1
            distribution.sum += seconds
            values.distributions[metric, default: [:]][labels] = distribution
        }
    }

    /// Everything in Prometheus' text format, version 0.0.4; the same values give the same bytes.
    package var exposition: String { values.withLock { MetricsText(values: $0).text } }

    /// The format's media type.
    package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"
}
