import Rankings
import Testing

@testable import Forecasting

@Suite struct UnseenBorderTests {
    private let live = LiveBoard(
        id: BoardID(event: EventID(rawValue: "e"), name: "main"), game: GameID(rawValue: "game-a"), kind: "marathon",
        boardClass: "main", starts: 0, ends: 3600, borders: [])

    private func estimate(_ rank: Int, _ middle: Double) -> BorderEstimate {
        BorderEstimate(
            rank: rank, present: 0, finals: [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3].map { $0 * middle })
    }

    @Test(arguments: [(100, 1000.0), (1000, 100), (10, 10_000), (316, 316.2)])
    func liesOnTheLineThroughItsNeighbours(rank: Int, middle: Double) throws {
        let made = try #require(
            UnseenBorder.estimate(
                rank: rank, present: 0, of: live, estimates: [estimate(100, 1000), estimate(1000, 100)], past: []))
        #expect(abs(made.finals[3] / middle - 1) < 1e-3)
        #expect(made.finals[0] < 0.6 * middle)
        #expect(made.finals[6] > 1.4 * middle)
    }

    @Test func isNeverBelowThePresent() throws {
        let made = try #require(
            UnseenBorder.estimate(rank: 5, present: 990, of: live, estimates: [estimate(9, 1000)], past: []))
        #expect(made.finals.allSatisfy { $0 >= 990 })
    }

    @Test func closesAsPastBoardsDidWhereTheBoardSaysNothing() throws {
        let past = [0, 1].compactMap { PastBoard(Fixture.finished($0, ranks: [1000])) }
        let made = try #require(
            UnseenBorder.estimate(rank: 1000, present: 0, of: live, estimates: [], past: past))
        let finals = past.map { $0.series[0].final }
        #expect((min(finals[0], finals[1])...max(finals[0], finals[1])).contains(made.finals[3]))
        #expect(UnseenBorder.estimate(rank: 999, present: 0, of: live, estimates: [], past: past) == nil)
    }
}
