import Rankings
import Storage
import Testing

@Suite struct ClaimTests {
    private static let lease = Duration.seconds(60)

    @Test func slotIsClaimedOnce() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot
            let winners = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await fixture.store.claim(
                            [fixture.board], slot: slot, owner: ClaimOwner(), lease: Self.lease
                        ).count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(winners == 1)
        }
    }

    @Test func expiredClaimIsTakenOverAndFencesItsOwner() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot
            let paused = try await fixture.store.claim(
                [fixture.board], slot: slot, owner: ClaimOwner(), lease: .zero)
            let taken = try await takeOver(slot, in: fixture)
            let reading = Reading(
                board: fixture.board, slot: slot, seenAt: slot.start, entries: [entry("a", 1, rank: 1)], borders: [],
                isFinal: false)
            await #expect(throws: StorageError.self) { try await fixture.store.record(reading, claim: paused[0]) }
            #expect(try await fixture.standing(minute: 0).entries.isEmpty)
            #expect(try await fixture.store.record(reading, claim: taken).outcome == .changed)
        }
    }

    @Test func recordingTwiceChangesNothing() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot
            let claim = try await fixture.store.claim(
                [fixture.board], slot: slot, owner: ClaimOwner(), lease: Self.lease)[0]
            let first = Reading(
                board: fixture.board, slot: slot, seenAt: slot.start, entries: [entry("a", 1, rank: 1)], borders: [],
                isFinal: false)
            let second = Reading(
                board: fixture.board, slot: slot, seenAt: slot.start, entries: [entry("a", 2, rank: 1)], borders: [],
                isFinal: false)
            _ = try await fixture.store.record(first, claim: claim)
            await #expect(
                throws: StorageError.fenced(board: fixture.board.description, slot: slot.description)
            ) { try await fixture.store.record(second, claim: claim) }
            #expect(try await fixture.standing(minute: 0).entries.map(\.score) == [1])
        }
    }

    @Test func concludedSlotIsNotClaimedAgain() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(minute: 0)
            let again = try await fixture.store.claim(
                [fixture.board], slot: StoreFixture.firstSlot, owner: ClaimOwner(), lease: Self.lease)
            #expect(again.isEmpty)
        }
    }

    @Test func gapsAndAbandonedClaimsBecomeMissed() async throws {
        try await StoreFixture.run { fixture in
            let first = StoreFixture.firstSlot
            try await fixture.record(minute: 0)
            _ = try await fixture.store.claim([fixture.board], slot: first + 1, owner: ClaimOwner(), lease: .zero)
            let closed = try await fixture.store.markMissed(
                [first + 2, first + 3], of: fixture.board, newest: first + 1, reason: "nobody read it")
            let again = try await fixture.store.markMissed(
                [first + 2, first + 3], of: fixture.board, newest: first + 3, reason: "another word")
            let outcomes = try await fixture.store.outcomes(of: fixture.board, after: first, through: first + 9)
            #expect(closed == 3)
            #expect(again == 0)
            #expect(outcomes.map(\.outcome) == [.missed, .missed, .missed])
            #expect(
                outcomes.map(\.reason) == [
                    "the process that claimed it did not finish", "nobody read it", "nobody read it",
                ])
        }
    }

    @Test func renewedClaimIsNotTakenOver() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot
            let claims = try await fixture.store.claim(
                [fixture.board], slot: slot, owner: ClaimOwner(), lease: .milliseconds(1))
            #expect(!claims[0].isTakenOver)
            try await fixture.store.renew(claims, lease: Self.lease)
            let others = try await fixture.store.claim(
                [fixture.board], slot: slot, owner: ClaimOwner(), lease: Self.lease)
            #expect(others.isEmpty)
            #expect(try await fixture.store.isBeingRead([fixture.board], slot: slot))
            #expect(try await !fixture.store.isBeingRead([fixture.board], slot: slot + 1))
            try await fixture.store.conclude(claims[0], as: SlotOutcome(slot: slot, outcome: .missed, reason: "no"))
            #expect(try await !fixture.store.isBeingRead([fixture.board], slot: slot))
        }
    }

    @Test func renewalOfALostClaimLeavesItLost() async throws {
        try await StoreFixture.run { fixture in
            let slot = StoreFixture.firstSlot
            let paused = try await fixture.store.claim([fixture.board], slot: slot, owner: ClaimOwner(), lease: .zero)
            let taken = try await takeOver(slot, in: fixture)
            #expect(taken.isTakenOver)
            try await fixture.store.renew(paused, lease: Self.lease)
            await #expect(throws: StorageError.self) {
                try await fixture.store.conclude(paused[0], as: SlotOutcome(slot: slot, outcome: .missed, reason: "no"))
            }
            try await fixture.store.conclude(taken, as: SlotOutcome(slot: slot, outcome: .missed, reason: "yes"))
        }
    }

    private func takeOver(_ slot: Slot, in fixture: StoreFixture) async throws -> Claim {
        let claims = try await fixture.store.claim(
            [fixture.board], slot: slot, owner: ClaimOwner(), lease: Self.lease)
        guard let claim = claims.first else { throw NotClaimed() }
        return claim
    }
}
