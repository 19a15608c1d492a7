import Rankings
import Testing

@testable import Forecasting

@Suite struct OutlookTests {
    private let quantiles = Quantiles(values: [1200, 1300, 1400, 1500, 1650, 1800, 2000])

    @Test(arguments: [(1200, 0.05), (1300, 0.1), (1400, 0.25), (1500, 0.5), (1650, 0.75), (1800, 0.9), (2000, 0.95)])
    func chancesAtTheQuantilesAreTheirLevels(score: Int64, chance: Double) {
        let made = FinalDistribution(quantiles, present: 1000).chance(ofFinalAtMost: score)
        #expect(abs(made - chance) < 1e-9)
    }

    @Test func chancesRiseFromNothingToAlmostOne() {
        let distribution = FinalDistribution(quantiles, present: 1000)
        let chances = stride(from: Int64(900), through: 9000, by: 50).map(distribution.chance)
        #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(chances[0] == 0)
        #expect(chances[chances.count - 1] > 0.999)
        #expect(chances[chances.count - 1] < 1)
    }

    @Test func nothingIsOpenWhereNothingIsToCome() {
        let certain = FinalDistribution(Quantiles(values: Array(repeating: 1000, count: 7)), present: 1000)
        #expect(certain.chance(ofFinalAtMost: 999) == 0)
        #expect(certain.chance(ofFinalAtMost: 1000) == 1)
    }

    @Test(
        arguments: [
            (1000, 2000, 36_000, 100), (1000, 2001, 36_000, 101), (2000, 2000, 36_000, 0), (3000, 2000, 36_000, 0),
            (1000, 2000, 0, nil), (0, 9_007_199_254_740_991, 1, 9_007_199_254_740_991),
        ] as [(Int64, Int64, Int, Int64?)])
    func holdingABorderTakesASpeed(score: Int64, final: Int64, seconds: Int, speed: Int64?) {
        #expect(HoldingSpeed.scorePerHour(from: score, to: final, left: .seconds(seconds)) == speed)
    }

    private let shape = RestShape(stepMinutes: 60, shares: [2000, 5000, 10_000], spreads: [60, 20, 0])
    private let finals = [1200.0, 1300, 1400, 1500, 1650, 1800, 2000]

    @Test func aPathEndsWithTheForecastAndNeverFalls() {
        let path = BorderPath(finals: finals, present: 1000, shape: shape)
        #expect(path.steps.count == 3)
        #expect(path.steps[2] == finals)
        for (early, late) in zip(path.steps, path.steps.dropFirst()) {
            #expect(zip(early, late).allSatisfy { $0 <= $1 })
        }
        for step in path.steps {
            #expect(zip(step, step.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(step[0] >= 1000)
        }
        #expect(path.steps[0][3] == 1100)
        #expect(path.steps[1][3] == 1250)
    }

    @Test func anUnsureCourseWidensThePathAndNotItsEnd() {
        let sure = RestShape(stepMinutes: 60, shares: shape.shares, spreads: [0, 0, 0])
        let wide = BorderPath(finals: finals, present: 1000, shape: shape).steps
        let narrow = BorderPath(finals: finals, present: 1000, shape: sure).steps
        #expect(wide[0][5] - wide[0][1] > narrow[0][5] - narrow[0][1])
        #expect(wide[0][3] == narrow[0][3])
        #expect(wide[2] == narrow[2])
    }

    @Test func aBetterRankIsNowhereBelowAWorseOne() {
        let steep = RestShape(stepMinutes: 60, shares: [9000, 9500, 10_000], spreads: [90, 40, 0])
        let paths = BorderPath.inOrder([
            BorderPath(finals: finals, present: 1000, shape: shape),
            BorderPath(finals: finals.map { $0 - 10 }, present: 990, shape: steep),
        ])
        for (better, worse) in zip(paths[0].steps, paths[1].steps) {
            #expect(zip(better, worse).allSatisfy { $0 >= $1 })
        }
        #expect(paths[0].steps[2] == finals)
        for path in paths {
            for (early, late) in zip(path.steps, path.steps.dropFirst()) {
                #expect(zip(early, late).allSatisfy { $0 <= $1 })
            }
        }
    }

    @Test func anOutlookSaysWhenAndHowFast() throws {
        let forecast = BoardForecast(
            board: BoardID(event: EventID(rawValue: "game-a-9"), name: "main"), madeAt: Slot(unixMinute: 6000),
            model: "pooled-3",
            borders: [
                BorderForecast(
                    rank: 100, final: quantiles, basis: ForecastBasis(now: 1000, linear: 1400, shape: shape)),
                BorderForecast(rank: 200, final: quantiles),
            ])
        let ends = Instant(unixSeconds: 6000 * 60 + 9000)
        let outlooks = Outlook.borders(of: forecast, ends: ends)
        let outlook = try #require(outlooks.first)
        #expect(outlooks.map(\.rank) == [100])
        #expect(outlook.path.map(\.at) == [ends - .hours(2), ends - .hours(1), ends])
        #expect(outlook.path.last?.scores == quantiles)
        #expect(outlook.speed == 200)
        #expect(outlook.safeSpeed == 320)
    }
}
