import Testing

@testable import Forecasting

@Suite struct RankOrderTests {
    @Test(
        arguments: [
            ([], []), ([5], [5]), ([9, 5, 5, 1], [9, 5, 5, 1]), ([1, 2], [1.5, 1.5]), ([9, 3, 5, 1], [9, 4, 4, 1]),
            ([1, 2, 3], [2, 2, 2]), ([10, 2, 4, 3, 1], [10, 3, 3, 2.5, 1]),
        ] as [([Double], [Double])])
    func meetsHalfWayWhereRanksAreOutOfOrder(scores: [Double], ordered: [Double]) {
        #expect(RankOrder.ordered(scores) == ordered)
    }

    @Test func raisesToTheHighestBelow() {
        #expect(RankOrder.raised([3, 1, 2, 0]) == [3, 2, 2, 0])
        #expect(RankOrder.raised([]).isEmpty)
    }
}
