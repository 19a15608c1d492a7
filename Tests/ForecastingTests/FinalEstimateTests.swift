import Testing

@testable import Forecasting

@Suite struct FinalEstimateTests {
    private let estimate = FinalEstimate(rule: .growth, present: 1000, final: 1500)

    @Test(arguments: [1000.0, 1200, 1500, 4000])
    func anErrorLeadsBackToTheTruth(truth: Double) {
        #expect(abs(estimate.final(withError: estimate.error(ofTrue: truth)) - truth) < 1e-9)
    }

    @Test func aTruthAsForecastIsNoError() {
        #expect(estimate.error(ofTrue: 1500) == 0)
    }

    @Test func noErrorLeadsBelowThePresent() {
        #expect(estimate.final(withError: -1e6) == 1000)
        #expect(estimate.error(ofTrue: 0) == estimate.error(ofTrue: 1000))
    }

    @Test func aForecastOfNothingMoreStillHasABand() {
        let done = FinalEstimate(rule: .level, present: 1000, final: 1000)
        #expect(done.final(withError: 1) > 1001)
        #expect(done.error(ofTrue: 1000) == 0)
    }
}
