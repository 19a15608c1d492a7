import Rankings
import Testing

@testable import Publisher

struct ForecastNumbersTests {
    static let start = Instant(unixSeconds: 0)

    static func outlook(_ medians: [Int64]) -> BorderOutlook {
        BorderOutlook(
            rank: 100,
            path: medians.enumerated().map { place, median in
                BorderOutlook.Step(
                    at: start + .hours(2 * (place + 1)), scores: Quantiles(values: .init(repeating: median, count: 7)))
            }, speed: 0, safeSpeed: 0)
    }

    @Test(
        arguments: [
            (0, 100), (60, 150), (120, 200), (180, 250), (240, 300),
        ] as [(Int, Int64)])
    func readsAPathBetweenItsSteps(_ minutes: Int, _ score: Int64) {
        let found = Self.outlook([200, 300]).median(at: Self.start + .minutes(minutes), from: (Self.start, 100))
        #expect(found == score)
    }

    @Test func knowsNothingBeyondAPath() {
        #expect(Self.outlook([200]).median(at: Self.start + .minutes(121), from: (Self.start, 100)) == nil)
        #expect(Self.outlook([200]).median(at: Self.start - .minutes(1), from: (Self.start, 100)) == nil)
        #expect(Self.outlook([]).median(at: Self.start, from: (Self.start, 100)) == nil)
    }
}
