import Rankings
import Testing

@testable import Forecasting

@Suite struct ConformalBandTests {
    @Test func isNormalWithoutErrors() {
        #expect(ConformalBand.offsets(errors: [], weights: []) == ConformalBand.normal)
        #expect(ConformalBand.offsets(errors: [9], weights: [0]) == ConformalBand.normal)
    }

    @Test func holdsAsManyErrorsAsItSaysWhereManyAreKnown() {
        let errors = (1...10_000).map { Double($0) / 10_000 * ($0 % 2 == 0 ? 1 : -1) }
        let offsets = ConformalBand.offsets(errors: errors, weights: errors.map { _ in 1 })
        for (offset, wanted) in zip(offsets, [-0.9, -0.8, -0.5, 0, 0.5, 0.8, 0.9]) {
            #expect(abs(offset - wanted) < 0.01)
        }
    }

    @Test func listensToErrorsByTheirWeight() {
        let small = ConformalBand.offsets(errors: [1, 3], weights: [90, 10])
        let large = ConformalBand.offsets(errors: [1, 3], weights: [10, 90])
        #expect(small[6] < large[6])
        #expect(small[4] < large[4])
    }

    @Test func growsFromLevelToLevel() {
        let offsets = ConformalBand.offsets(errors: [0.1, 5, 0.2, 0.1], weights: [1, 2, 3, 4])
        #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(offsets[3] == 0)
    }
}
