import Rankings
import Testing

@testable import Forecasting

@Suite struct EntryForecastsTests {
    private func forecast(_ borders: [(rank: Int, now: Int64, factor: Double)]) -> BoardForecast {
        BoardForecast(
            board: BoardID(event: EventID(rawValue: "game-a-9"), name: "main"), madeAt: Slot(unixMinute: 6000),
            model: "pooled-3",
            borders: borders.map { rank, now, factor in
                BorderForecast(
                    rank: rank,
                    final: Quantiles(
                        values: (0..<7).map { Int64((Double(now) * (factor + 0.01 * Double($0 - 3))).rounded()) }),
                    basis: ForecastBasis(
                        now: now, linear: now, shape: RestShape(stepMinutes: 60, shares: [10_000], spreads: [0])))
            })
    }

    @Test func ranksBetweenGrowAsTheirNeighboursDo() throws {
        let scores = (1...100).map { Int64(1_000_000 - $0 * 1000) }
        let made = EntryForecasts.all(
            of: forecast([(1, 999_000, 2), (10, 990_000, 2), (100, 900_000, 1.5), (1000, 50_000, 9)]), scores: scores)
        #expect(made.map(\.rank) == Array(1...100))
        #expect(made[0].final.median == 1_998_000)
        #expect(made[4].final.median == 1_990_000)
        #expect(made[99].final.median == 1_350_000)
        // Half way from 10 to 100 in logarithms of the rank.
        #expect(abs(Double(made[31].final.median) / (968_000 * 3.0.squareRoot()) - 1) < 0.01)
        for (better, worse) in zip(made, made.dropFirst()) {
            #expect(zip(better.final.values, worse.final.values).allSatisfy { $0 >= $1 })
        }
        #expect(made.allSatisfy { $0.final.values[0] >= $0.now })
    }

    @Test func shortListsAndUnknownRanksHaveNone() {
        let known = forecast([(10, 990_000, 2), (100, 900_000, 1.5)])
        #expect(EntryForecasts.all(of: known, scores: []).isEmpty)
        #expect(EntryForecasts.all(of: known, scores: Array(repeating: 990_000, count: 9)).isEmpty)
        #expect(EntryForecasts.all(of: known, scores: Array(repeating: 990_000, count: 10)).count == 10)
        #expect(EntryForecasts.all(of: known, scores: Array(repeating: 990_000, count: 300)).count == 100)
        #expect(EntryForecasts.all(of: forecast([(1000, 5, 2)]), scores: Array(repeating: 9, count: 100)).isEmpty)
        #expect(EntryForecasts.all(of: forecast([]), scores: [1, 1]).isEmpty)
    }
}
