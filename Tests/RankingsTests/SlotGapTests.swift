import Rankings
import Testing

@Suite struct SlotGapTests {
    private let first = Slot(unixMinute: 29_000_000)

    @Test func runOfOneReasonIsOneGap() {
        let outcomes: [(Outcome, String?)] = [
            (.changed, nil), (.missed, "a"), (.missed, "a"), (.refused, "a"), (.refused, "b"), (.unchanged, nil),
            (.missed, "a"), (.partial, "x"), (.missed, "a"),
        ]
        let gaps = SlotGap.gaps(
            in: outcomes.enumerated().map { minute, outcome in
                SlotOutcome(slot: first + minute * 15, outcome: outcome.0, reason: outcome.1)
            })
        #expect(gaps.map { ($0.first - first) / 15 } == [1, 3, 4, 6, 8])
        #expect(gaps.map { ($0.last - first) / 15 } == [2, 3, 4, 6, 8])
        #expect(gaps.map(\.slots) == [2, 1, 1, 1, 1])
        #expect(gaps.map(\.outcome) == [.missed, .refused, .refused, .missed, .missed])
    }

    @Test func nothingMissedIsNoGap() {
        #expect(SlotGap.gaps(in: [SlotOutcome(slot: first, outcome: .partial, reason: "x")]).isEmpty)
        #expect(SlotGap.gaps(in: []).isEmpty)
    }
}
