import Rankings
import Testing

@testable import Forecasting

@Suite struct CautionTests {
    private let start = 8 * 240

    private func forecast(_ boards: [FinishedBoard], _ score: @escaping (Int) -> Int, hour: Int = 96) -> BoardForecast {
        PooledForecaster(history: FinishedHistory(boards)).forecast(
            of: Fixture.board("game-a-8", startsAtHour: start), game: GameID(rawValue: "game-a"), kind: "marathon",
            courses: [Fixture.course(rank: 1000, score, startsAtHour: start, hours: 1...hour)],
            at: Slot(unixMinute: Int64((start + hour) * 60)))
    }

    private let past = (0..<8).map { Fixture.finished($0) }
    /// Nothing for three days, then everything within hours.
    private let burst: (Int) -> Int = { hour in hour < 90 ? 100 + hour : 100 + 5000 * (hour - 89) }

    @Test func anEventLikeThePastNeedsNone() {
        #expect(forecast(past, Fixture.growing(2)).caution == nil)
    }

    @Test func whatWasLearntFromOthersSaysSo() {
        let others = (0..<8).map { Fixture.finished($0, game: "game-b") }
        #expect(forecast(others, Fixture.growing(2)).caution == .noneOfThisGame)
        let chapters = (0..<8).map { Fixture.finished($0, name: "chapter-1") }
        #expect(forecast(chapters, Fixture.growing(2)).caution == .noneOfThisGame)
    }

    @Test func anEventUnlikeAllBeforeSaysSoAndHasWideBands() throws {
        let made = forecast(past, burst)
        #expect(made.caution == .unlikeThePast)
        let final = try #require(made.borders.first).final
        let usual = try #require(forecast(past, Fixture.growing(2)).borders.first).final
        func width(_ final: Quantiles) -> Double {
            Double(final.band80.upperBound - final.band80.lowerBound) / Double(final.median)
        }
        #expect(width(final) > 1.5 * width(usual))
    }

    @Test func fewFinishedEventsDoNotShowWhatIsUsual() {
        #expect(forecast(Array(past.prefix(7)), burst).caution == nil)
        #expect(forecast(past, burst).caution == .unlikeThePast)
    }
}
