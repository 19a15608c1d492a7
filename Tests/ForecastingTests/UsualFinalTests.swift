import Glibc
import Rankings
import Testing

@testable import Forecasting

@Suite struct UsualFinalTests {
    private let live = LiveBoard(
        id: BoardID(event: EventID(rawValue: "now"), name: "main"), game: GameID(rawValue: "game-a"),
        kind: "marathon", boardClass: "main", starts: 0, ends: 120 * 3600, borders: [])

    /// Closes at a hundred times the score of an hour, in a hundred hours.
    private func board(
        _ number: Int, perHour: Int, game: String = "game-a", kind: String = "marathon", name: String = "main"
    ) -> PastBoard? {
        PastBoard(
            Fixture.finished(
                number, game: game, kind: kind, name: name, ranks: [1000], score: { $0 * perHour }, lengthHours: 100))
    }

    @Test func boardsOfTheSameGameClassAndKindSayWhatIsUsual() throws {
        let past = [
            board(0, perHour: 100), board(1, perHour: 400), board(2, perHour: 9000, game: "game-b"),
            board(3, perHour: 9000, kind: "other"), board(4, perHour: 9000, name: "chapter-1"),
        ].compactMap { $0 }
        let usual = try #require(UsualFinal(rank: 1000, of: live, past: past))
        // The geometric mean of 10,000 and 40,000, and a fifth more for the fifth more time.
        #expect(abs(usual.logFinal - log(24_000)) < 1e-12)
        let squares = 2 * log(2.0) * log(2.0)
        #expect(abs(usual.variance - (squares + 6 * 0.09) / 7 * 1.5) < 1e-12)
        #expect(UsualFinal(rank: 100, of: live, past: past) == nil)
        #expect(UsualFinal(rank: 1000, of: live, past: []) == nil)
    }

    /// The first day it weighs as much as it is known, from the third day nothing.
    @Test(arguments: [(3.0, true), (24, true), (60, true), (72, false), (100, false)])
    func drawsLessFromDayToDay(elapsed: Double, draws: Bool) throws {
        let usual = try #require(UsualFinal(rank: 1000, of: live, past: [board(0, perHour: 100)].compactMap { $0 }))
        let wide = BorderEstimate(
            rank: 1000, present: 500, finals: [20_000, 30_000, 60_000, 100_000, 150_000, 300_000, 500_000])
        let drawn = usual.drawing(wide, elapsed: elapsed)
        #expect((drawn.finals[3] < 100_000) == draws)
        #expect((drawn.finals[6] / drawn.finals[0] < 25 - 1e-9) == draws)
        #expect(drawn.finals[3] > 12_000)
    }

    /// After three hours a forecast counts with four times its variance.
    @Test func aPaceOfFewHoursIsDoubted() throws {
        let usual = try #require(UsualFinal(rank: 1000, of: live, past: [board(0, perHour: 100)].compactMap { $0 }))
        let estimate = BorderEstimate(
            rank: 1000, present: 500, finals: [70_000, 80_000, 90_000, 100_000, 110_000, 125_000, 140_000])
        let (early, later) = (usual.drawing(estimate, elapsed: 3), usual.drawing(estimate, elapsed: 12))
        let own = pow(log(125.0 / 80) / 2.5631031310892007, 2)
        let weights = [4 * own, own].map { $0 / ($0 + usual.variance) }
        for (drawn, weight) in zip([early, later], weights) {
            #expect(abs(log(drawn.finals[3]) - log(100_000) - weight * (usual.logFinal - log(100_000))) < 1e-9)
        }
        #expect(early.finals[5] / early.finals[1] > later.finals[5] / later.finals[1])
    }

    @Test func aSureEstimateStaysAndNoneFallsBelowThePresent() throws {
        let usual = try #require(UsualFinal(rank: 1000, of: live, past: [board(0, perHour: 100)].compactMap { $0 }))
        let sure = BorderEstimate(
            rank: 1000, present: 500, finals: [99_800, 99_900, 99_950, 100_000, 100_050, 100_100, 100_200])
        #expect(abs(usual.drawing(sure, elapsed: 12).finals[3] - 100_000) < 5)
        let ahead = BorderEstimate(
            rank: 1000, present: 50_000, finals: [60_000, 70_000, 80_000, 100_000, 150_000, 300_000, 500_000])
        #expect(usual.drawing(ahead, elapsed: 3).finals.allSatisfy { $0 >= 50_000 })
    }
}
