import Rankings

/// The observed scores at one rank of one board, for arithmetic: seconds and floating-point numbers.
struct ScoreCurve: Sendable {
    /// Unix seconds, rising, each once.
    private let seconds: ArraySlice<Int64>
    /// One for each of `seconds`.
    private let scores: ArraySlice<Double>

    /// - Precondition: as many scores as seconds, the seconds rising.
    init(seconds: some Sequence<Int64>, scores: some Sequence<Double>) {
        self.init(slices: Array(seconds)[...], Array(scores)[...])
    }

    /// The points of a course that lie within the times, however they are ordered; of two in one slot the later counts.
    init(_ points: [BorderCourse.Point], within times: ClosedRange<Int64>) {
        var inside = points.filter { times.contains($0.slot.unixSeconds) }
        if !zip(inside, inside.dropFirst()).allSatisfy({ $0.slot < $1.slot }) {
            let newest = Dictionary(inside.map { ($0.slot, $0) }, uniquingKeysWith: { $1 })
            inside = newest.values.sorted { $0.slot < $1.slot }
        }
        self.init(
            seconds: inside.map(\.slot.unixSeconds), scores: inside.map { min(Double($0.score), Self.scoreLimit) })
    }

    /// Points in any order; of two at one second the later in the list counts.
    init(unordered points: [(second: Int64, score: Double)]) {
        var inside = points
        if !zip(inside, inside.dropFirst()).allSatisfy({ $0.second < $1.second }) {
            let newest = Dictionary(inside.map { ($0.second, $0) }, uniquingKeysWith: { $1 })
            inside = newest.values.sorted { $0.second < $1.second }
        }
        self.init(seconds: inside.map(\.second), scores: inside.map(\.score))
    }

    /// The largest score there is: larger integers are not exact in a browser, nor here.
    static let scoreLimit = Double(1 << 53 - 1)

    private init(slices seconds: ArraySlice<Int64>, _ scores: ArraySlice<Double>) {
        precondition(seconds.count == scores.count, "one score for each second")
        self.seconds = seconds
        self.scores = scores
    }

    var count: Int { seconds.count }
    var newestSecond: Int64? { seconds.last }
    /// The newest score; nil before the first observation.
    var newest: Double? { scores.last }

    /// What had been seen at the second, that second included.
    func seen(until second: Int64) -> ScoreCurve {
        let count = countSeen(until: second)
        return ScoreCurve(slices: seconds.prefix(count), scores.prefix(count))
    }

    /// The score at the Unix second: linear between observations, from nothing at the start to the first of them; 0
    /// before the start, the newest after the last.
    func score(at second: Double, risingFrom start: Double) -> Double {
        let count = countSeen(until: Int64(second.rounded(.down)))
        guard count > 0 else {
            guard second > start, let first = seconds.first, let score = scores.first else { return 0 }
            return score * (second - start) / (Double(first) - start)
        }
        let before = seconds.startIndex + count - 1
        guard count < seconds.count else { return scores[before] }
        let share = (second - Double(seconds[before])) / Double(seconds[before + 1] - seconds[before])
        return scores[before] + (scores[before + 1] - scores[before]) * share
    }

    /// Seconds to the nearest observation; infinite without any.
    func distance(to second: Double) -> Double {
        let count = countSeen(until: Int64(second.rounded(.down)))
        let before = count > 0 ? second - Double(seconds[seconds.startIndex + count - 1]) : .infinity
        let after = count < seconds.count ? Double(seconds[seconds.startIndex + count]) - second : .infinity
        return min(before, after)
    }

    /// Every n-th observation and the last, so that no more than the limit remain.
    func thinned(to limit: Int) -> ScoreCurve {
        let step = (count + limit - 1) / max(1, limit)
        guard step > 1 else { return self }
        let kept = seconds.indices.filter { (seconds.endIndex - 1 - $0) % step == 0 }
        return ScoreCurve(seconds: kept.map { seconds[$0] }, scores: kept.map { scores[$0] })
    }

    private func countSeen(until second: Int64) -> Int {
        var (low, high) = (seconds.startIndex, seconds.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if seconds[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low - seconds.startIndex
    }
}
