import Glibc
import Rankings

/// Something to say of a border of which nothing was seen that a pace could be read from.
enum UnseenBorder {
    /// Bands of neighbours are widened by this factor, on a logarithmic scale: what lies between two borders is known
    /// less than either.
    private static let widening = 1.5
    /// Where only the finals of past boards are known, the least standard deviation of their logarithm.
    private static let pastDeviationMinimum = 0.3

    /// The final score at a rank, along the line through the two nearest ranks in logarithms of rank and score; where
    /// the board says nothing, as past boards of the game and class closed at that rank. Nil where nothing is known.
    ///
    /// - Parameters:
    ///   - estimates: of the board, by rank.
    ///   - present: the newest score, 0 where none was seen.
    static func estimate(
        rank: Int, present: Double, of live: LiveBoard, estimates: [BorderEstimate], past: [PastBoard]
    ) -> BorderEstimate? {
        let finals = between(estimates, rank: rank) ?? ofPast(past, rank: rank, of: live)
        return finals.map { finals in
            BorderEstimate(rank: rank, present: present, finals: finals.map { max(present, $0) })
        }
    }

    private static func between(_ estimates: [BorderEstimate], rank: Int) -> [Double]? {
        guard !estimates.isEmpty else { return nil }
        let after = estimates.firstIndex { $0.rank > rank } ?? estimates.count
        let high = min(max(after, 1), estimates.count - 1)
        let (left, right) = (estimates[max(high - 1, 0)], estimates[high])
        let share =
            left.rank == right.rank
            ? 0 : log(Double(rank) / Double(left.rank)) / log(Double(right.rank) / Double(left.rank))
        let (leftMiddle, rightMiddle) = (log(left.finals[Quantiles.middle]), log(right.finals[Quantiles.middle]))
        let middle = leftMiddle + (rightMiddle - leftMiddle) * share
        let nearest = share < 0.5 ? left : right
        return nearest.finals.map { exp(middle + widening * log($0 / nearest.finals[Quantiles.middle])) }
    }

    private static func ofPast(_ past: [PastBoard], rank: Int, of live: LiveBoard) -> [Double]? {
        let logs = past.filter { $0.game == live.game && $0.boardClass == live.boardClass }.compactMap { board in
            board.series.first { $0.rank == rank }.map { log($0.final) }
        }
        guard !logs.isEmpty else { return nil }
        let mean = logs.reduce(0, +) / Double(logs.count)
        let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count)
        let deviation = max(pastDeviationMinimum, variance.squareRoot())
        return ConformalBand.normal.map { exp(mean + $0 * deviation) }
    }
}
