import Glibc

/// How alike the stretches of score are that two borders have before them, less those they have behind them.
///
/// Players stop at scores: rewards ask for the same ones in every event. A border slows where many stop, whenever it
/// gets there. So the logarithm of what holds a border up is taken for a function of the score, near scores alike, of
/// which the mean over the way to the end counts for the rest, and that over the last day's way against it. Its
/// covariance is the mean over all pairs of points of two ways; written in cosines, as any function of a distance can
/// be (Rahimi and Recht, Random features for large-scale kernel machines, 2007, with even frequencies in place of
/// random ones), it is an inner product.
struct ScoreLevels: Sendable {
    /// Points along a way, evenly spaced in score.
    private static let points = 6
    /// Logarithms of scores that lie further apart than this are of ranks that learn nothing from one another.
    private static let period = 8.0
    /// Frequencies beyond so many standard deviations of the spectrum change nothing.
    private static let spectrumLimit = 3.2
    /// What the rest counts at where nothing else is known, and as how many boards that counts.
    private static let usualRest = (value: 0.2, weight: 0.5)
    /// What a board of another kind says of it.
    private static let weightOfOtherKind = 0.2
    /// A last day that began at less than this share of the present score counts from there.
    private static let dayShareMinimum = 0.05
    private static let dayHours = 24.0

    private let vectors: [[Double]]

    /// - Parameter spread: of near scores, as a difference of logarithms.
    init(_ set: SampleSet, spread: Double) {
        let amplitudes = Self.amplitudes(spread: spread)
        vectors = zip(set.samples, Self.expectedFinals(set)).map { sample, final in
            let now = sample.reading.present
            let before = max(now - Self.dayHours * sample.reading.dayRate, Self.dayShareMinimum * now)
            var vector = [Double](repeating: 0, count: 2 * amplitudes.count)
            Self.add(from: now, to: final, weight: 1, amplitudes, into: &vector)
            Self.add(from: before, to: now, weight: -1, amplitudes, into: &vector)
            return vector
        }
    }

    /// Between the samples at two places of the set.
    func between(_ left: Int, _ right: Int) -> Double {
        vectors[left].withUnsafeBufferPointer { left in
            vectors[right].withUnsafeBufferPointer { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return 0 }
                return InnerProduct.of(first, second, count: left.count)
            }
        }
    }

    /// The roots of the spectrum of a Gaussian kernel, the squares of which add up to 1.
    private static func amplitudes(spread: Double) -> [Double] {
        let step = 2 * Double.pi / period * spread
        let densities = (0...Int(spectrumLimit / step)).map { place in
            exp(-0.5 * (Double(place) * step) * (Double(place) * step)) * (place == 0 ? 0.5 : 1)
        }
        let total = densities.reduce(0, +)
        return densities.map { ($0 / total).squareRoot() }
    }

    /// Adds the mean over a way: cosines and sines of every frequency, each from the two before it.
    private static func add(
        from start: Double, to end: Double, weight: Double, _ amplitudes: [Double], into vector: inout [Double]
    ) {
        for point in 0..<points {
            let score = start + (Double(point) + 0.5) / Double(points) * (end - start)
            let angle = 2 * Double.pi / period * log(score)
            let (cosine, sine) = (cos(angle), sin(angle))
            var (x, y) = (weight / Double(points), 0.0)
            for (place, amplitude) in amplitudes.enumerated() {
                vector[2 * place] += amplitude * x
                vector[2 * place + 1] += amplitude * y
                (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
            }
        }
    }

    /// Where each sample would close if its rest were that of the other boards of its game, class and rank.
    private static func expectedFinals(_ set: SampleSet) -> [Double] {
        struct Place: Hashable {
            let game: Int
            let boardClass: Int
            let rank: Int
            /// Nil for all kinds.
            let kind: Int?
        }
        func places(of traits: BorderTraits) -> [(place: Place, weight: Double)] {
            func place(_ kind: Int?) -> Place {
                Place(game: traits.game, boardClass: traits.boardClass, rank: traits.rank, kind: kind)
            }
            return [(place(nil), weightOfOtherKind), (place(traits.kind), 1 - weightOfOtherKind)]
        }
        var sums: [Place: (total: Double, count: Double)] = [:]
        for (sample, target) in zip(set.samples, set.targets) {
            for (place, _) in places(of: sample.traits) {
                let sum = sums[place, default: (0, 0)]
                sums[place] = (sum.total + target, sum.count + 1)
            }
        }
        return set.samples.enumerated().map { index, sample in
            let own = index < set.finishedCount ? set.targets[index] : nil
            var (total, weight) = (usualRest.value * usualRest.weight, usualRest.weight)
            for (place, share) in places(of: sample.traits) {
                let sum = sums[place, default: (0, 0)]
                total += share * (sum.total - (own ?? 0))
                weight += share * (sum.count - (own == nil ? 0 : 1))
            }
            let rest = set.lead * sample.reading.dayRate * exp(total / weight)
            return sample.reading.present + rest
        }
    }
}
