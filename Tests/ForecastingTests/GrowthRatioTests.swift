import Rankings
import Testing

@testable import Forecasting

/// The expected numbers were computed by the reference program for the same invented events.
@Suite struct GrowthRatioTests {
    private func past(_ score: (Int) -> (Int) -> Int, _ numbers: [Int] = [0, 1, 3, 4, 6]) -> [PastSeries] {
        numbers.compactMap { Fixture.series(score($0)) }
    }

    private func estimate(
        _ live: ScoreCurve, atHour hour: Double, leadHours: Double, past: [PastSeries]
    ) throws -> FinalEstimate {
        let instant = Int64(hour * 3600)
        return try #require(
            GrowthRatio.estimate(
                of: live.seen(until: instant), at: instant, lead: Int64(leadHours * 3600), from: past))
    }

    @Test(arguments: [(72, 26424.139463890464), (24, 26405.86559168862), (6, 26400.97210421614)])
    func followsTheGrowthOfTheLastDay(lead: Int, final: Double) throws {
        let live = Fixture.curve(Fixture.growing(2), hours: 1...120)
        let estimate = try estimate(
            live, atHour: Double(120 - lead), leadHours: Double(lead), past: past(Fixture.growing))
        #expect(estimate.rule == .growth)
        #expect(abs(estimate.final - final) < 1e-9 * final)
    }

    /// Three days before the end these boards still grow; a day before it they have stopped.
    @Test(arguments: [
        (72, FinalEstimate.Rule.growth, 114236.11456585191), (24, .level, 114413.62582013388),
        (6, .level, 114240.81273682219),
    ])
    func followsTheLevelWhereThePastHadStoppedGrowing(lead: Int, rule: FinalEstimate.Rule, final: Double) throws {
        let live = Fixture.curve(Fixture.saturating(2), hours: 1...120)
        let estimate = try estimate(
            live, atHour: Double(120 - lead), leadHours: Double(lead), past: past(Fixture.saturating))
        #expect(estimate.rule == rule)
        #expect(abs(estimate.final - final) < 1e-9 * final)
    }

    @Test func bridgesGapsByStraightLines() throws {
        let live = Fixture.curve(Fixture.growing(2), hours: stride(from: 3, to: 121, by: 5))
        let estimate = try estimate(live, atHour: 97.5, leadHours: 22.5, past: past(Fixture.growing))
        #expect(abs(estimate.final - 23259.782115016897) < 1e-9 * 23259)
    }

    @Test func neverFallsBelowThePresentScore() throws {
        let falling = ScoreCurve(seconds: (1...96).map { $0 * 3600 }, scores: (1...96).map { Double(200 - $0) })
        let estimate = try estimate(falling, atHour: 96, leadHours: 24, past: past(Fixture.growing))
        #expect(estimate.final == 104)
    }

    @Test func saysNothingOfABorderWithoutScoreOrPast() {
        let zero = ScoreCurve(seconds: [0, 3600], scores: [0, 0])
        #expect(GrowthRatio.estimate(of: zero, at: 3600, lead: 3600, from: past(Fixture.growing)) == nil)
        let one = ScoreCurve(seconds: [0, 3600], scores: [0, 1])
        #expect(GrowthRatio.estimate(of: one, at: 3600, lead: 3600, from: []) == nil)
        let none = ScoreCurve(seconds: [], scores: [])
        #expect(GrowthRatio.estimate(of: none, at: 3600, lead: 3600, from: past(Fixture.growing)) == nil)
    }
}
