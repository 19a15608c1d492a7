import Rankings
import Testing

@testable import Forecasting

@Suite struct ScoreCurveTests {
    private let curve = ScoreCurve(seconds: [100, 200, 400], scores: [10, 30, 50])

    @Test(arguments: [
        (0, 0.0), (99, 0), (100, 10), (150, 20), (200, 30), (300, 40), (400, 50), (401, 50), (1 << 40, 50),
    ])
    func isLinearBetweenObservationsAndZeroBefore(second: Int64, score: Double) {
        #expect(curve.score(at: second) == score)
    }

    @Test(arguments: [(99, 0), (100, 1), (199, 1), (200, 2), (400, 3), (999, 3)])
    func forgetsWhatCameLater(second: Int64, count: Int) {
        let seen = curve.seen(until: second)
        #expect(seen.count == count)
        #expect(seen.score(at: 1000) == (count == 0 ? 0 : [10, 30, 50][count - 1]))
    }

    @Test func hasNothingWithoutObservations() {
        let empty = ScoreCurve(seconds: [], scores: [])
        #expect(empty.newest == nil)
        #expect(empty.newestSecond == nil)
        #expect(empty.score(at: 100) == 0)
        #expect(empty.thinned(to: 10).count == 0)
    }

    @Test func readsACourseInAnyOrderWithinItsTimes() {
        let points = [(5, 50), (2, 20), (9, 90), (2, 25), (0, 1)].map {
            BorderCourse.Point(slot: Slot(unixMinute: $0.0), score: $0.1)
        }
        let curve = ScoreCurve(points, within: 60...480)
        #expect(curve.count == 2)
        #expect(curve.score(at: 120) == 25)
        #expect(curve.newestSecond == 300)
    }

    @Test func readsNoScoreBeyondTheLargest() {
        let curve = ScoreCurve([BorderCourse.Point(slot: Slot(unixMinute: 1), score: .max)], within: 0...100)
        #expect(curve.newest == 9_007_199_254_740_991)
    }

    @Test(arguments: [(9, 9), (10, 10), (11, 6), (20, 10), (21, 7), (100, 10)])
    func thinsToTheLimitAndKeepsTheLast(count: Int, kept: Int) {
        let curve = ScoreCurve(seconds: (1...Int64(count)), scores: (1...count).map(Double.init)).thinned(to: 10)
        #expect(curve.count == kept)
        #expect(curve.newest == Double(count))
    }
}
