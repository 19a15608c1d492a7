import Glibc

/// A grid over the logarithms of scores, fine enough that a score at which players stop is an edge.
///
/// It hangs on a score of the board, not on a round number: a game that counts in other units has the same grid.
struct ScoreGrid: Sendable {
    /// The distance of two points.
    static let step = 0.04
    /// From scores of hundreds to billions.
    private static let countLimit = 512

    let count: Int
    private let first: Double

    /// - Parameters:
    ///   - anchor: a positive score.
    ///   - range: of all scores there are, positive.
    init(anchor: Double, range: ClosedRange<Double>) {
        let below = ((log(anchor) - log(range.lowerBound)) / Self.step).rounded(.up) + 1
        let above = ((log(range.upperBound) - log(anchor)) / Self.step).rounded(.up) + 1
        count = min(max(2, Int(below + above) + 1), Self.countLimit)
        first = log(anchor) - (below + 0.5) * Self.step
    }

    /// Where a positive score lies between the points, from 0 to `count` − 1.
    func place(of score: Double) -> Double {
        min(max((log(score) - first) / Self.step, 0), Double(count - 1) - 1e-9)
    }
}
