import Rankings
import Storage
import Testing

/// Readings of one player whose score must not fall; those that are refused are counted.
@Suite struct RefusalTests {
    /// What became of scores shown minute by minute; nil is a minute without an answer.
    private func outcomes(_ scores: [Int64?], believeAfter: Int, isFinal: Bool = false) async throws -> [String] {
        try await StoreFixture.run { fixture in
            var outcomes: [String] = []
            for (minute, score) in scores.enumerated() {
                let slot = StoreFixture.firstSlot + minute
                let owner = ClaimOwner()
                let claims = try await fixture.store.claim(
                    [fixture.board], slot: slot, owner: owner, lease: .seconds(60))
                guard let score else {
                    try await fixture.store.conclude(
                        claims[0], as: SlotOutcome(slot: slot, outcome: .missed, reason: "no answer"))
                    outcomes.append("missed")
                    continue
                }
                let reading = Reading(
                    board: fixture.board, slot: slot, seenAt: slot.start, entries: [entry("a", score, rank: 1)],
                    borders: [], isFinal: isFinal)
                let outcome = try await fixture.store.record(reading, claim: claims[0], believeAfter: believeAfter) {
                    standing in
                    guard let before = standing.entries.first?.score, before > score else { return nil }
                    return "it fell"
                }
                outcomes.append(outcome.outcome.rawValue + (outcome.reason == nil ? "" : ": \(outcome.reason ?? "")"))
            }
            let last = try await fixture.standing(minute: scores.count - 1)
            return outcomes + ["\(last.entries.map(\.score)) \(last.entries.map(\.name))"]
        }
    }

    @Test func refusalsThatAgreeAreBelievedInTheEnd() async throws {
        #expect(
            try await outcomes([100, 10, nil, 11, 11, 12, 13], believeAfter: 3) == [
                "changed", "refused: it fell", "missed", "refused: it fell", "refused: it fell",
                "changed: believed after 3 refusals that agree: it fell", "changed", "[13] [Optional(\"name of a\")]",
            ])
    }

    @Test func oneThatDisagreesBeginsTheCountAnew() async throws {
        #expect(
            try await outcomes([100, 10, 11, 5, 6, 7], believeAfter: 2).dropLast() == [
                "changed", "refused: it fell", "refused: it fell", "refused: it fell", "refused: it fell",
                "changed: believed after 2 refusals that agree: it fell",
            ])
    }

    @Test func oneThatIsAcceptedBeginsTheCountAnew() async throws {
        #expect(
            try await outcomes([100, 10, 11, 101, 12, 13, 14], believeAfter: 2) == [
                "changed", "refused: it fell", "refused: it fell", "changed", "refused: it fell", "refused: it fell",
                "changed: believed after 2 refusals that agree: it fell", "[14] [Optional(\"name of a\")]",
            ])
    }

    @Test(arguments: [(0, false), (1, true)]) func resultsAreNeverGivenUpAndNothingIsWithoutALimit(
        believeAfter: Int, isFinal: Bool
    ) async throws {
        let found = try await outcomes([100, 10, 10, 10], believeAfter: believeAfter, isFinal: isFinal)
        #expect(found[1...3].allSatisfy { $0 == "refused: it fell" })
        #expect(found[4].hasPrefix("[100]"))
    }
}
