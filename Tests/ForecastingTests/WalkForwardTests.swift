import Rankings
import Testing

@testable import Forecasting

@Suite struct WalkForwardTests {
    private let hour: Int64 = 3600
    private let likeness = Likeness(game: GameID(rawValue: "game-a"), kind: "marathon", boardClass: "main")

    private func errors(
        _ boards: [FinishedBoard], until instant: Int64 = .max, rank: Int = 100
    ) -> [WeightedError] {
        WalkForward(history: FinishedHistory(boards), like: likeness, lead: 24 * 3600, endedBy: instant)
            .errors(of: .growth, rank: rank)
    }

    @Test(arguments: [(0, 0), (2, 0), (3, 1), (6, 4)])
    func needsTwoBoardsBeforeEach(boards: Int, count: Int) {
        #expect(errors((0..<boards).map { Fixture.finished($0, ranks: [100]) }).count == count)
    }

    @Test func forecastsEachBoardFromThoseBeforeItAlone() {
        let first = (0..<5).map { Fixture.finished($0, ranks: [100]) }
        let later = Fixture.finished(5, ranks: [100], score: { $0 * $0 * $0 })
        #expect(Array(errors(first + [later]).prefix(3)) == errors(first))
        #expect(errors(first + [later], until: 5 * 240 * hour) == errors(first))
    }

    @Test func agreesWithForecastingByHand() throws {
        let boards = [0, 1, 2].map { Fixture.finished($0, ranks: [1000]) }
        let past = [0, 1].compactMap { Fixture.series(Fixture.growing($0), rank: 1000) }
        let live = Fixture.curve(Fixture.growing(2), hours: 1...96)
        let estimate = try #require(
            GrowthRatio.estimate(of: live, at: 96 * hour, lead: 24 * hour, from: past))
        let error = try #require(errors(boards, rank: 1000).first)
        #expect(abs(error.error - estimate.error(ofTrue: Double(Fixture.growing(2)(120)))) < 1e-12)
        #expect(error.weight == 1)
    }

    @Test func weighsOtherRanksKindsAndGamesLess() {
        let boards = (0..<3).flatMap { number in
            [
                Fixture.finished(number, ranks: [100, 165]),
                Fixture.finished(number + 10, kind: "cheerful", ranks: [100]),
                Fixture.finished(number, game: "game-b", ranks: [100]),
            ]
        }
        let weights = errors(boards).map(\.weight).sorted()
        #expect(weights.count == 4)
        #expect(weights[0] == 0.1)
        #expect(weights[1] == 0.3)
        #expect(abs(weights[2] - 0.6055) < 0.001)
        #expect(weights[3] == 1)
    }

    @Test func leavesOutRanksFarAway() {
        let boards = (0..<3).map { Fixture.finished($0, ranks: [100]) }
        #expect(errors(boards, rank: 600).count == 1)
        #expect(errors(boards, rank: 700).isEmpty)
    }

    @Test func looksBackOnNoMoreBoardsThanItSays() {
        let boards = (0..<(WalkForward.boardLimit + 3)).map { Fixture.finished($0, ranks: [100]) }
        #expect(errors(boards).count == WalkForward.boardLimit)
    }
}
