import Rankings
import TestSupport
import Testing

@testable import Forecasting

@Suite struct ModelFitTests {
    @Test(arguments: ["standard", "noise 2.0", "noise 0.25, habit 4.0, regions 0.5"])
    func factorsReadBack(text: String) throws {
        #expect(try #require(ModelFactors(text)).description == text)
    }

    @Test(arguments: ["", "noise", "noise two", "noise 8.0", "noise 0.1", "sound 2.0", "noise 2.0; habit 2.0"])
    func whatIsNoFactorsIsRefused(text: String) { #expect(ModelFactors(text) == nil) }

    @Test func neighboursAreOneStepAwayAndWithinTheLimit() {
        #expect(ModelFactors.standard.neighbours.count == 8)
        let corner = ModelFactors.standard.with(.noise, 4)
        #expect(corner.neighbours.count == 7)
        #expect(corner.neighbours.contains(ModelFactors.standard.with(.noise, 2)))
    }

    @Test func versionsHaveNames() {
        #expect(ModelVersion.shipped.name == "pooled-3")
        #expect(ModelVersion(number: 7, factors: .standard).name == "pooled-3.7")
    }

    /// By hand: a quarter, a tenth and a twentieth of the widths of the three bands, half the distance from the median,
    /// and how far outside each band the truth lies.
    @Test(arguments: [(100.0, 12.0), (115, 24.5), (130, 57), (60, 92)])
    func theIntervalScoreIsThatOfItsDefinition(truth: Double, total: Double) {
        let quantiles = [70.0, 80, 90, 100, 110, 120, 130]
        #expect(abs(IntervalScore.of(truth, in: quantiles) - total / 3.5) < 1e-12)
    }

    @Test func tooFewEventsJudgeNothing() throws {
        #expect(try ModelFit(history: FinishedHistory([])).outcome(against: .standard) == nil)
        let few = FinishedHistory((0..<10).map { Fixture.finished($0) })
        #expect(try ModelFit(history: few).outcome(against: .standard) == nil)
    }

    /// Events that all go alike need less noise than the model ships with, and the newest ones agree.
    @Test func aQuieterGameFindsLessNoise() throws {
        let events = (0..<15).map { Fixture.finished($0, ranks: [1000]) }
        let noisy = ModelFactors.standard.with(.noise, 4)
        let found = try ModelFit(history: FinishedHistory(events)).outcome(against: noisy)
        let outcome = try #require(found)
        #expect(outcome.isBetter)
        #expect(outcome.factors[.noise] < 4)
        #expect(outcome.score < outcome.scoreInUse)
        #expect(outcome.events == 4)
        let again = try ModelFit(history: FinishedHistory(events)).outcome(against: noisy)
        #expect(again == outcome)
    }

    /// A fit of a busy game's history takes minutes, and who stops the program does not wait for them.
    @Test func aCancelledFitEnds() async {
        let events = (0..<15).map { Fixture.finished($0, ranks: [1000]) }
        let fit = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try ModelFit(history: FinishedHistory(events)).outcome(against: .standard)
        }
        await #expect(throws: CancellationError.self) { try await fit.value }
    }

    @Test func aForecastIsNamedAfterItsVersion() {
        let past = FinishedHistory((0..<8).map { Fixture.finished($0) })
        let version = ModelVersion(number: 3, factors: ModelFactors.standard.with(.noise, 4))
        func made(_ version: ModelVersion) -> BoardForecast {
            PooledForecaster(history: past, version: version).forecast(
                of: Fixture.board("game-a-8", startsAtHour: 1920), game: GameID(rawValue: "game-a"), kind: "marathon",
                courses: [Fixture.course(rank: 1000, Fixture.growing(2), startsAtHour: 1920, hours: 1...96)],
                at: Slot(unixMinute: (1920 + 96) * 60))
        }
        #expect(made(version).model == "pooled-3.3")
        #expect(made(.shipped).model == "pooled-3")
        #expect(made(version).borders != made(.shipped).borders)
    }
}
