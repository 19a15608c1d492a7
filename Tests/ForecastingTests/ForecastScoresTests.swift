import Rankings
import Testing

@testable import Forecasting

@Suite struct ForecastScoresTests {
    private let ends = Instant(unixSeconds: 6000 * 60)

    private func forecast(minutesBefore minutes: Int, _ borders: [BorderForecast]) -> BoardForecast {
        BoardForecast(
            board: BoardID(event: EventID(rawValue: "game-a-9"), name: "main"),
            madeAt: Slot(unixMinute: 6000 - Int64(minutes)), model: "pooled-3", borders: borders,
            absence: borders.isEmpty ? .tooFewObservations : nil)
    }

    private func border(_ rank: Int, median: Int64, now: Int64? = nil) -> BorderForecast {
        let basis = now.map {
            ForecastBasis(
                now: $0, linear: 2 * $0, shape: RestShape(stepMinutes: 60, shares: [10_000], spreads: [0]))
        }
        return BorderForecast(
            rank: rank, final: Quantiles(values: [-30, -20, -10, 0, 10, 20, 30].map { median + $0 }), basis: basis)
    }

    @Test func errorsAndBandsAreThoseOfTheForecastAtTheLead() {
        let made = forecast(
            minutesBefore: 24 * 60, [border(1, median: 1100, now: 500), border(2, median: 995, now: 400)])
        let scores = ForecastScores.of([made], ends: ends, finals: [1: 1000, 2: 1000, 3: 5])
        #expect(
            scores == [
                ForecastScore(
                    leadHours: 24, model: "pooled-3", borders: 2, error: 52_500, persistenceError: 550_000,
                    linearError: 100_000, inHalf: 1, inFourFifths: 1, inNineTenths: 1)
            ])
    }

    @Test(
        arguments: [(1440, 24), (1425, 24), (1424, nil), (1441, nil), (60, 1), (45, 1), (44, nil)]
            as [(Int, Int?)])
    func onlyForecastsOfTheTimeCount(minutes: Int, lead: Int?) {
        let made = forecast(minutesBefore: minutes, [border(1, median: 1100)])
        #expect(ForecastScores.of([made], ends: ends, finals: [1: 1000]).map(\.leadHours) == lead.map { [$0] } ?? [])
    }

    @Test func theFirstForecastOfALeadCounts() {
        let made = [1460, 1440, 1430].map { forecast(minutesBefore: $0, [border(1, median: Int64($0))]) }
        #expect(ForecastScores.of(made, ends: ends, finals: [1: 1440]).map(\.error) == [0])
    }

    @Test func whatWasNotKnownIsNoErrorAndNoSuccess() throws {
        let silent = try #require(
            ForecastScores.of([forecast(minutesBefore: 180, [])], ends: ends, finals: [1: 1000]).first)
        #expect(silent.borders == 0 && silent.error == 0 && silent.persistenceError == nil)
        let unjudged = try #require(
            ForecastScores.of(
                [forecast(minutesBefore: 180, [border(1, median: 5), border(2, median: 5)])], ends: ends,
                finals: [1: 0]
            ).first)
        #expect(unjudged.borders == 0)
        let imported = try #require(
            ForecastScores.of(
                [forecast(minutesBefore: 180, [border(1, median: 990)])], ends: ends, finals: [1: 1000]
            ).first)
        #expect(imported.error == 10_000 && imported.linearError == nil)
    }
}
