import Glibc

/// How far a board's pace lies from what was ever seen, against the finished board that lay furthest.
///
/// A regression says little beyond the borders of what it has learnt from, and its own variance does not tell: what
/// lies far out is cut to three standard deviations before it is compared.
struct Familiarity: Sendable {
    /// Fewer finished boards do not show what is usual.
    private static let boardMinimum = 5
    /// A board must lie further out than any finished one by this factor: something new every tenth event is no
    /// exception.
    private static let exceptionFactor = 1.5
    /// What widens the bands of an exception: the one recorded event that is one, of thirty-nine, was forecast no
    /// worse.
    private static let exceptionWidening = 1.5
    private static let deviationFloor = 1e-6
    /// The pace's shape, as far as it is free of the size of scores and of the calendar.
    private static let features: [PaceReading.Feature] = [
        .lastThreeHours, .lastSixHours, .lastTwelveHours, .dayChange, .earlierDayChange, .dayAgainstMean,
    ]

    /// How much further out the live board lies than the furthest finished one; 1 and less is nothing new. Nil where
    /// too few have finished.
    let remoteness: Double?

    init(_ set: SampleSet) {
        let finished = Array(set.samples.prefix(set.finishedCount))
        let boards = Dictionary(grouping: finished, by: \.traits.board).values
        let live = Array(set.samples.dropFirst(set.finishedCount))
        guard boards.count >= Self.boardMinimum, !live.isEmpty else {
            remoteness = nil
            return
        }
        let scales = Self.features.map { feature in
            let column = finished.map { $0.reading.features[feature] }
            let mean = column.reduce(0, +) / Double(column.count)
            let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
            return (mean: mean, deviation: variance.squareRoot() + Self.deviationFloor)
        }
        func distance(_ samples: [BorderSample]) -> Double {
            let distances = samples.map { sample in
                zip(Self.features, scales).reduce(0) { sum, next in
                    let deviations = (sample.reading.features[next.0] - next.1.mean) / next.1.deviation
                    return sum + deviations * deviations
                }
            }.sorted()
            return distances[distances.count / 2].squareRoot()
        }
        let furthest = boards.map { distance($0) }.max() ?? 0
        remoteness = distance(live) / max(furthest, Self.deviationFloor)
    }

    var isException: Bool { (remoteness ?? 0) > Self.exceptionFactor }

    /// What standard deviations are multiplied by: 1 for whatever is like the past.
    var widening: Double { isException ? Self.exceptionWidening : 1 }
}
