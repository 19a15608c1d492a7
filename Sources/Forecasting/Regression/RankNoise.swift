/// How much noisier than usual each rank of each game is, learnt from errors.
struct RankNoise: Sendable {
    /// Of each sample, live ones included.
    private(set) var scales: [Double]
    /// For each sample the number of its rank.
    private let ranks: [Int]
    private let rankCount: Int

    init(_ set: SampleSet) {
        var labels = Labels<Rank>()
        ranks = set.samples.map { labels.number(of: Rank($0.traits)) }
        rankCount = (ranks.max() ?? -1) + 1
        scales = [Double](repeating: 1, count: set.samples.count)
    }

    /// - Parameters:
    ///   - squaredErrors: of the finished samples, in the variances that were expected.
    ///   - usualBorders: how many borders of mean error every rank is averaged with.
    ///   - usualMinimum: the least that this mean error counts as.
    mutating func learn(from squaredErrors: [Double], usualBorders: Double, usualMinimum: Double) {
        guard !squaredErrors.isEmpty else { return }
        let usual = max(usualMinimum, squaredErrors.reduce(0, +) / Double(squaredErrors.count))
        var sums = [Double](repeating: usualBorders * usual, count: rankCount)
        var counts = [Double](repeating: usualBorders, count: rankCount)
        for (index, error) in squaredErrors.enumerated() {
            sums[ranks[index]] += error * scales[index]
            counts[ranks[index]] += 1
        }
        scales = ranks.map { sums[$0] / counts[$0] }
    }

    private struct Rank: Hashable, Sendable {
        let game: Int
        let boardClass: Int
        let rank: Int
        init(_ traits: BorderTraits) { (game, boardClass, rank) = (traits.game, traits.boardClass, traits.rank) }
    }
}
