import Rankings
import Testing

@Suite struct SeriesTests {
    private let first = Slot(unixMinute: 29_000_000)

    @Test func pointHoldsUntilTheNext() {
        let series = Series(points: [2, 3, 9].map { Series.Point(slot: first + $0, rank: nil, score: Int64($0)) })
        let every = series.sampled(from: first, through: first + 10, every: 1)
        #expect(every.map { $0?.score } == [nil, nil, 2, 3, 3, 3, 3, 3, 3, 9, 9])
        let fourth = series.sampled(from: first + 1, through: first + 10, every: 4)
        #expect(fourth.map { $0?.score } == [nil, 3, 9])
    }

    @Test func emptySeriesHoldsNothing() {
        #expect(Series(points: []).sampled(from: first, through: first + 1, every: 1) == [nil, nil])
        #expect(Series(points: []).sampled(from: first + 1, through: first, every: 1).isEmpty)
    }
}
