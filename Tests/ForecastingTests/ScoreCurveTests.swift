import Rankings
import Testing

@testable import Forecasting

@Suite struct ScoreCurveTests {
    private let curve = ScoreCurve(seconds: [100, 200, 400], scores: [10, 30, 50])

    @Test(arguments: [
        (-1.0, 0.0), (0, 0), (50, 5), (99, 9.9), (100, 10), (150, 20), (150.5, 20.1), (200, 30), (300, 40), (400, 50),
        (401, 50), (1e12, 50),
    ])
    func isLinearFromTheStartOnAndZeroBefore(second: Double, score: Double) {
        #expect(abs(curve.score(at: second, risingFrom: 0) - score) < 1e-12)
    }

    @Test(arguments: [(0.0, 100.0), (100, 0), (130, 30), (170, 30), (390, 10), (400, 0), (1000, 600)])
    func knowsHowFarTheNearestObservationIs(second: Double, distance: Double) {
        #expect(curve.distance(to: second) == distance)
    }

    @Test func ordersPointsAndKeepsTheLaterOfTwo() {
        let curve = ScoreCurve(unordered: [(50, 5), (20, 2), (90, 9), (20, 2.5)])
        #expect(curve.count == 3)
        #expect(curve.score(at: 20, risingFrom: 0) == 2.5)
        #expect(curve.newestSecond == 90)
    }

    @Test(arguments: [(99, 0), (100, 1), (199, 1), (200, 2), (400, 3), (999, 3)])
    func forgetsWhatCameLater(second: Int64, count: Int) {
        let seen = curve.seen(until: second)
        #expect(seen.count == count)
        #expect(seen.score(at: 1000, risingFrom: 0) == (count == 0 ? 0 : [10, 30, 50][count - 1]))
    }

    @Test func hasNothingWithoutObservations() {
        let empty = ScoreCurve(seconds: [], scores: [])
        #expect(empty.newest == nil)
        #expect(empty.newestSecond == nil)
        #expect(empty.score(at: 100, risingFrom: 0) == 0)
        #expect(empty.distance(to: 100) == .infinity)
        #expect(empty.thinned(to: 10).count == 0)
    }

    @Test func readsACourseInAnyOrderWithinItsTimes() {
        let points = [(5, 50), (2, 20), (9, 90), (2, 25), (0, 1)].map {
            BorderCourse.Point(slot: Slot(unixMinute: $0.0), score: $0.1)
        }
        let curve = ScoreCurve(points, within: 60...480)
        #expect(curve.count == 2)
        #expect(curve.score(at: 120, risingFrom: 60) == 25)
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
