/// How a border differs from what is usual at its rank: each number of its pace less the mean over the same rank of
/// other boards.
///
/// The mean is over boards of the same game, class and rank, most of all those of the same kind. Where there are none,
/// numbers that are free of the size of scores are compared with the other regions' boards of the same kind. A mean of
/// total weight w is trusted as far as w / (w + 1).
struct HabitDeviation: Sendable {
    private static let weightOfKind = 1.25
    private static let weightOfOtherKind = 0.25
    private static let weightOfFamily = 0.5
    /// A mean of less than one board is no habit.
    private static let weightMinimum = 1.0

    /// For each sample, by `PaceReading.Feature`; 0 where nothing is usual yet.
    let values: [SIMD16<Double>]
    /// For each sample the mean of `dayAgainstMean` over its board: what the event as a whole does.
    let boardMeans: [Double]

    init(_ set: SampleSet) {
        let samples = set.samples
        let finished = 0..<set.finishedCount
        let byRank = Dictionary(grouping: finished) { Place(samples[$0].traits) }
        values = samples.map { sample in
            var (own, shared) = (WeightedMean(), WeightedMean())
            for index in byRank[Place(sample.traits), default: []] {
                let other = samples[index]
                guard other.traits.board != sample.traits.board else { continue }
                let (isGame, isKind) = (
                    other.traits.game == sample.traits.game, other.traits.kind == sample.traits.kind
                )
                if isGame { own.add(other, weight: isKind ? Self.weightOfKind : Self.weightOfOtherKind) }
                if isKind, other.traits.family == sample.traits.family {
                    shared.add(other, weight: Self.weightOfFamily)
                }
            }
            return Self.deviation(of: sample, own: own, shared: shared)
        }
        var sums: [Int: (total: Double, count: Int)] = [:]
        for (sample, value) in zip(samples, values) {
            sums[sample.traits.board, default: (0, 0)].total += value[.dayAgainstMean]
            sums[sample.traits.board, default: (0, 0)].count += 1
        }
        boardMeans = samples.map { sample in
            sums[sample.traits.board].map { $0.total / Double($0.count) } ?? 0
        }
    }

    private static func deviation(of sample: BorderSample, own: WeightedMean, shared: WeightedMean) -> SIMD16<Double> {
        let isKnown = own.weight >= weightMinimum
        var deviation = (isKnown ? own : own + shared).deviation(of: sample.reading.features, from: weightMinimum)
        if !isKnown { deviation[.present] = 0 }
        return deviation
    }

    /// Samples of the same class and rank.
    private struct Place: Hashable {
        let boardClass: Int
        let rank: Int
        init(_ traits: BorderTraits) { (boardClass, rank) = (traits.boardClass, traits.rank) }
    }

    private struct WeightedMean {
        private(set) var weight = 0.0
        private var sum = SIMD16<Double>.zero

        mutating func add(_ sample: BorderSample, weight added: Double) {
            weight += added
            sum += sample.reading.features * added
        }

        func deviation(of features: SIMD16<Double>, from weightMinimum: Double) -> SIMD16<Double> {
            guard weight >= weightMinimum else { return .zero }
            return (features - sum / weight) * (weight / (weight + 1))
        }

        static func + (left: Self, right: Self) -> Self {
            var both = left
            both.weight += right.weight
            both.sum += right.sum
            return both
        }
    }
}
