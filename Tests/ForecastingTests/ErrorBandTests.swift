import Testing

@testable import Forecasting

@Suite struct ErrorBandTests {
    private func errors(_ sizes: [Double], weight: Double = 1) -> [WeightedError] {
        sizes.map { WeightedError(error: $0, weight: weight) }
    }

    private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    @Test func isTheDefaultWithoutErrors() {
        let band = ErrorBand(errors: [], defaultDeviation: 0.5)
        #expect(isClose(band.offsets, [-0.82245, -0.6408, -0.33725, 0, 0.33725, 0.6408, 0.82245]))
    }

    /// With 99 errors, the 90 % band reaches to the 90th, the 80 % band to the 80th, the 50 % band to the 50th.
    @Test func takesQuantilesOfTheSizesOfErrors() {
        let sizes = (1...99).map { Double($0) * ($0 % 2 == 0 ? 1 : -1) }
        let (trust, rest) = (99.0 / 107, 8.0 / 107)
        let expected = [trust * 50 + rest * 0.6745, trust * 80 + rest * 1.2816, trust * 90 + rest * 1.6449]
        let band = ErrorBand(errors: errors(sizes.reversed()), defaultDeviation: 1)
        #expect(isClose(Array(band.offsets[4...]), expected))
        #expect(isClose(Array(band.offsets[..<3]), expected.reversed().map { -$0 }))
    }

    /// Of three errors none is beyond the 75th percentile of the unknown: the largest stands for all above.
    @Test func takesTheLargestWhereErrorsAreFew() {
        let band = ErrorBand(errors: errors([0.1, 0.2, 0.4]), defaultDeviation: 0)
        let trust = 3.0 / 11
        let expected: [Double] = [trust * 0.2, trust * 0.4, trust * 0.4]
        #expect(isClose(Array(band.offsets[4...]), expected))
    }

    @Test func countsErrorsByTheirWeight() {
        let light = ErrorBand(errors: errors([5], weight: 0.01), defaultDeviation: 1)
        let heavy = ErrorBand(errors: errors([5], weight: 1), defaultDeviation: 1)
        #expect(light.offsets[4] < 0.7)
        #expect(heavy.offsets[4] > 1)
        #expect(ErrorBand(errors: errors([5], weight: 0), defaultDeviation: 1).offsets[4] == 0.6745)
    }

    @Test func keepsTheFloor() {
        let band = ErrorBand(errors: errors(Array(repeating: 0, count: 1000)), defaultDeviation: 1, floorShare: 0.5)
        #expect(isClose(Array(band.offsets[4...]), [0.33725, 0.6408, 0.82245]))
    }
}
