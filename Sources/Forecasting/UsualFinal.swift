import Glibc
import Rankings

/// Where borders of a rank usually close: what is known before an event begins.
///
/// In the first hours the pace says next to nothing of the end, and where borders closed before says much; in a few
/// days it is the other way round. On the logarithmic scale the two are weighed by what is known of each. Their errors
/// are not independent, so that the weight fades out with the days.
struct UsualFinal: Sendable {
    /// The spread of finals that is expected before there is any, and as how many finals that counts.
    private static let expectedSpread = 0.3
    private static let expectedCount = 6.0
    /// From the 10 % quantile to that of 90 % there are so many standard deviations.
    private static let deviationsOfBand80 = 2.5631031310892007
    /// A pace of fewer hours is less sure than it takes itself for, in proportion: recorded boards of three hours were
    /// mistaken by four times their variance.
    private static let soundHours = 12.0
    /// A forecast is never surer than this.
    private static let varianceMinimum = 1e-6

    let logFinal: Double
    /// Of the next final about it.
    let variance: Double

    /// Nil where no board of the game, class and kind has finished with the rank.
    ///
    /// - Parameter past: boards that had ended by now.
    init?(rank: Int, of live: LiveBoard, past: [PastBoard]) {
        let finals = past.compactMap { board -> Double? in
            guard board.game == live.game, board.boardClass == live.boardClass, board.kind == live.kind,
                board.id != live.id, let series = board.series.first(where: { $0.rank == rank })
            else { return nil }
            // Twice the time, twice the score.
            return log(series.final) + log(Double(live.ends - live.starts) / Double(board.ends - board.starts))
        }
        guard !finals.isEmpty else { return nil }
        let count = Double(finals.count)
        let mean = finals.reduce(0, +) / count
        let squares = finals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let expected = Self.expectedCount * Self.expectedSpread * Self.expectedSpread
        logFinal = mean
        variance = (squares + expected) / (count - 1 + Self.expectedCount) * (1 + 1 / count)
    }

    /// The estimate, drawn to what is usual as far as it is less sure than that.
    ///
    /// - Parameter elapsed: hours since the start, positive.
    func drawing(_ estimate: BorderEstimate, elapsed: Double) -> BorderEstimate {
        let finals = estimate.finals.map { log(max($0, .leastNormalMagnitude)) }
        let (low, middle, high) = (finals[1], finals[3], finals[5])
        let deviation = (high - low) / Self.deviationsOfBand80
        let doubt = max(1, Self.soundHours / elapsed)
        let own = max(deviation * deviation, Self.varianceMinimum) * doubt
        let weight = Fading.firstDays.share(at: elapsed) * own / (own + variance)
        guard weight > 0 else { return estimate }
        let median = middle + weight * (logFinal - middle)
        let width = ((1 - weight) * doubt).squareRoot()
        return BorderEstimate(
            rank: estimate.rank, present: estimate.present,
            finals: finals.map { max(estimate.present, exp(median + ($0 - middle) * width)) })
    }
}
