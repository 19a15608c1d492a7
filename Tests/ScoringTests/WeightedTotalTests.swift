import Scoring
import Testing

/// The formula of osu! servers, with figures worked out by hand.
struct WeightedTotalTests {
    @Test(arguments: [
        ([], 1, 0),
        // 100 + 416.6667 · 0.005
        ([100], 100, 308),
        ([10_000], 100, 10_208),
        // 300 + 200 · 0.95 + 100 · 0.9025 + 416.6667 · (1 − 0.995³) = 580.25 + 6.2188
        ([10_000, 30_000, 20_000], 100, 58_647),
    ])
    func weighsBestFirst(scores: [Int64], scale: Int, total: Int64) {
        #expect(WeightedTotal().total(of: scores, scale: scale) == total)
    }

    @Test func factorsAreConfigurable() {
        let total = WeightedTotal(decay: 0.5, mostBonus: 0, bonusDecay: 1)
        #expect(total.total(of: [4, 8, 4], scale: 1) == 8 + 2 + 1)
    }

    @Test func staysWithinWhatJSONKeeps() {
        let most = ScoreLimits.greatest
        #expect(WeightedTotal().total(of: [most, most, most], scale: 1) == most)
    }
}
