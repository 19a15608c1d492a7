import Glibc

/// How steeply scores fall from rank to rank about each border: the slope of the logarithm of the score along the
/// logarithm of the rank, over the neighbours on its board.
///
/// It tells a border's place among the players: steep at the top, flat in the crowd, steep again where people hardly
/// play. A region with ten times the players has the same slopes at ten times the ranks.
enum RankSteepness {
    /// The spread of ranks that count as neighbours, in logarithms; and where there are none, a wider one.
    private static let spreads = [0.8, 2.0]
    /// A neighbour that counts less than this is none.
    private static let weightMinimum = 0.1
    private static let widthMinimum = 1e-9

    /// For each sample; 0 on boards of one border.
    static func of(_ set: SampleSet) -> [Double] {
        let logScores = set.samples.map { log($0.reading.present) }
        let logRanks = set.samples.map(\.traits.logRank)
        let boards = Dictionary(grouping: set.samples.indices) { set.samples[$0].traits.board }
        return set.samples.indices.map { index in
            let board = boards[set.samples[index].traits.board] ?? []
            guard board.count > 1 else { return 0 }
            let ranks = board.map { logRanks[$0] }
            var weights = Self.weights(ranks, about: logRanks[index], spread: spreads[0])
            if weights.count(where: { $0 > weightMinimum }) < 2 {
                weights = Self.weights(ranks, about: logRanks[index], spread: spreads[1])
            }
            return slope(of: board.map { logScores[$0] }, along: ranks, weights: weights)
        }
    }

    private static func weights(_ ranks: [Double], about centre: Double, spread: Double) -> [Double] {
        ranks.map { exp(-0.5 * (($0 - centre) / spread) * (($0 - centre) / spread)) }
    }

    /// The slope of the weighted least squares line.
    private static func slope(of values: [Double], along places: [Double], weights: [Double]) -> Double {
        let total = weights.reduce(0, +)
        func mean(_ list: [Double]) -> Double { zip(list, weights).reduce(0) { $0 + $1.0 * $1.1 } / total }
        let (place, value) = (mean(places), mean(values))
        var (product, square) = (0.0, 0.0)
        for index in places.indices {
            product += weights[index] * (places[index] - place) * (values[index] - value)
            square += weights[index] * (places[index] - place) * (places[index] - place)
        }
        return product / max(square, widthMinimum)
    }
}
