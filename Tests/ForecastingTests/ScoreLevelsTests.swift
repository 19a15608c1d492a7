import Glibc
import Rankings
import Testing

@testable import Forecasting

@Suite struct ScoreLevelsTests {
    /// A live board whose border stands at a score, and finished ones.
    private func set(_ scores: [(Int) -> Int]) -> SampleSet {
        let past = scores.enumerated().compactMap { PastBoard(Fixture.finished($0, ranks: [1000], score: $1)) }
        let live = LiveBoard(
            id: BoardID(event: EventID(rawValue: "now"), name: "main"), game: GameID(rawValue: "game-a"),
            kind: "marathon", boardClass: "main", starts: 0, ends: 120 * 3600,
            borders: [LiveBoard.Border(rank: 1000, seen: Fixture.curve({ $0 * 100 }, hours: 1...96))])
        return SampleSet(live: live, past: past, lead: 24)
    }

    /// The mean of a Gaussian kernel over all pairs of points of two ways, in logarithms.
    private func covariance(_ left: [Double], _ right: [Double], spread: Double) -> Double {
        var sum = 0.0
        for x in left {
            for y in right {
                let distance = (log(x) - log(y)) / spread
                sum += exp(-0.5 * distance * distance)
            }
        }
        return sum / Double(left.count * right.count)
    }

    private func way(from start: Double, to end: Double) -> [Double] {
        (0..<6).map { start + (Double($0) + 0.5) / 6 * (end - start) }
    }

    /// Against the kernel itself, pair by pair of the ways ahead and behind.
    @Test(arguments: [0.08, 0.3])
    func theInnerProductIsTheMeanOverAllPairs(spread: Double) {
        let set = set([{ $0 * 110 }, { $0 * 90 }])
        let levels = ScoreLevels(set, spread: spread)
        // What is expected of each: its present score, and the rest as the other boards' rests were, here all even.
        func ways(_ index: Int) -> (ahead: [Double], behind: [Double]) {
            let reading = set.samples[index].reading
            let others = (0..<set.finishedCount).filter { $0 != index }
            let rest = (others.reduce(0.1) { $0 + set.targets[$1] }) / (0.5 + Double(others.count))
            let now = reading.present
            return (
                way(from: now, to: now + 24 * reading.dayRate * exp(rest)),
                way(from: now - 24 * reading.dayRate, to: now)
            )
        }
        func slow(_ left: Int, _ right: Int) -> Double {
            let (here, there) = (ways(left), ways(right))
            return covariance(here.ahead, there.ahead, spread: spread)
                + covariance(here.behind, there.behind, spread: spread)
                - covariance(here.ahead, there.behind, spread: spread)
                - covariance(here.behind, there.ahead, spread: spread)
        }
        for left in 0..<3 {
            for right in 0..<3 {
                #expect(abs(levels.between(left, right) - slow(left, right)) < 8e-3)
            }
        }
    }

    @Test func waysAlongTheSameScoresAreMoreAlikeThanOthers() {
        let set = set([{ $0 * 100 }, { $0 * 300 }])
        let levels = ScoreLevels(set, spread: 0.08)
        #expect(levels.between(2, 0) > 0.1)
        #expect(abs(levels.between(2, 1)) < 0.05)
        #expect(levels.between(0, 1) == levels.between(1, 0))
    }
}
