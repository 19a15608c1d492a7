import Testing

@testable import Forecasting

@Suite struct HourlyScoresTests {
    private func line(_ hours: [Int], _ score: (Int) -> Int = { $0 * 10 }) -> ScoreCurve {
        Fixture.curve(score, hours: hours)
    }

    @Test func aFinishedBorderGoesOnToItsEnd() {
        let hours = HourlyScores(line(Array(1...120)), times: 0...(120 * 3600), present: 1080, lead: 12, steps: 12)
        #expect(hours.scores.count == 24 + 1 + 12)
        #expect(hours.scores.first == 840 && hours.present == 1080 && hours.final == 1200)
        #expect(hours.gains.allSatisfy { abs($0 - 10) < 1e-9 })
        #expect(abs(hours.dayRate - 10) < 1e-9)
    }

    @Test func aRunningOneStopsAtThePresent() {
        let hours = HourlyScores(line(Array(1...108)), times: 0...(120 * 3600), present: 1080, lead: 12, steps: 0)
        #expect(hours.scores.count == 25)
        #expect(hours.final == hours.present)
    }

    /// Half an hour more is the same number of steps, each a little longer.
    @Test(arguments: [(12.4, 12), (12.5, 13), (0.2, 1), (0, 1)])
    func leadsAreCutIntoHours(lead: Double, steps: Int) {
        #expect(HourlyScores.steps(lead: lead) == steps)
    }

    /// What was corrected downward gained nothing; before the start there is as good as nothing.
    @Test func neverFallsAndIsAlwaysPositive() {
        let fallen = line([1, 2, 3, 4, 5], { $0 == 4 ? 10 : $0 * 10 })
        let hours = HourlyScores(fallen, times: 0...(10 * 3600), present: 50, lead: 5, steps: 0)
        #expect(hours.scores == [Double](repeating: 0.5, count: 20) + [10, 20, 30, 30, 50])
    }

    @Test(arguments: [(3.0, 1.0), (12, 1), (17, 0.4975), (24, 0), (60, 0)])
    func halfADayFadesWithinTheNext(lead: Double, share: Double) {
        #expect(abs(Fading.lastHalfDay.share(at: lead) - share) < 1e-3)
    }
}
