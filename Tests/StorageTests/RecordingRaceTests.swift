import MariaDB
import Rankings
import Storage
import TestSupport
import Testing

/// A slot is recorded once, whoever delivers a reading of it, how often and when.
@Suite struct RecordingRaceTests {
    /// Slots that are raced for in each test.
    private static let rounds = 20
    private static let lease = Duration.seconds(60)

    /// A second store on the fixture's schema with connections and caches of its own, as another process has.
    private static func withOther<Value: Sendable>(
        _ fixture: StoreFixture, _ body: (Store) async throws -> Value
    ) async throws -> Value {
        let endpoint = fixture.endpoint
        let pool = Pool(maximumConnections: TestDatabase.defaultMaximumConnections) { endpoint }
        do {
            let value = try await body(Store(pool: pool, pseudonyms: StoreFixture.key))
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }

    private static func reading(_ fixture: StoreFixture, _ slot: Slot, score: Int64, isFinal: Bool = false) -> Reading {
        Reading(
            board: fixture.board, slot: slot, seenAt: slot.start,
            entries: [entry("a", score, rank: 1), entry("player \(score)", score - 1, rank: 2)],
            borders: [Border(rank: 100, score: score)], isFinal: isFinal)
    }

    /// Records and says whether it was taken; a claim that is another's by now is the only failure.
    private static func isTaken(_ reading: Reading, _ claim: Claim, by store: Store) async throws -> Bool {
        do {
            return try await store.record(reading, claim: claim).outcome.isSeen
        } catch let error as StorageError {
            #expect(error == .fenced(board: claim.board.description, slot: claim.slot.description))
            return false
        }
    }

    @Test func sameClaimRecordedByTwoAtOnceIsTakenOnce() async throws {
        try await StoreFixture.run { fixture in
            try await Self.withOther(fixture) { other in
                for round in 0..<Self.rounds {
                    let slot = StoreFixture.firstSlot + round
                    let claim = try #require(
                        try await fixture.store.claim(
                            [fixture.board], slot: slot, owner: ClaimOwner(), lease: Self.lease
                        ).first)
                    let scores = [Int64(10 * round + 5), Int64(10 * round + 6)]
                    async let first = Self.isTaken(
                        Self.reading(fixture, slot, score: scores[0]), claim, by: fixture.store)
                    async let second = Self.isTaken(Self.reading(fixture, slot, score: scores[1]), claim, by: other)
                    let taken = try await [first, second]
                    #expect(taken.count { $0 } == 1)
                    let standing = try await fixture.standing(minute: round)
                    let winner = scores[taken[0] ? 0 : 1]
                    #expect(standing.entries.map(\.score) == [winner, winner - 1])
                    #expect(standing.borders.map(\.score) == [winner])
                    #expect(try await other.standing(of: fixture.board, at: slot) == standing)
                }
                try await Self.checkOutcomes(fixture)
            }
        }
    }

    @Test func twoThatClaimAndRecordAtOnceRecordEachSlotOnce() async throws {
        try await StoreFixture.run { fixture in
            try await Self.withOther(fixture) { other in
                for round in 0..<Self.rounds {
                    let slot = StoreFixture.firstSlot + round
                    let taken = try await withThrowingTaskGroup(of: Int64?.self) { group in
                        for (place, store) in [fixture.store, other, fixture.store, other].enumerated() {
                            group.addTask {
                                let claims = try await store.claim(
                                    [fixture.board], slot: slot, owner: ClaimOwner(), lease: Self.lease)
                                guard let claim = claims.first else { return nil }
                                let score = Int64(10 * round + 2 + place)
                                let reading = Self.reading(fixture, slot, score: score)
                                return try await Self.isTaken(reading, claim, by: store) ? score : nil
                            }
                        }
                        return try await group.reduce(into: [Int64]()) { all, score in all += [score].compactMap { $0 }
                        }
                    }
                    #expect(taken.count == 1)
                    #expect(try await fixture.standing(minute: round).borders.map(\.score) == taken)
                }
                try await Self.checkOutcomes(fixture)
            }
        }
    }

    /// One is paused past its lease, another takes over, and both record at once: the first changes nothing, before the
    /// other and after it.
    @Test func ownerPausedPastItsClaimChangesNothing() async throws {
        try await StoreFixture.run { fixture in
            try await Self.withOther(fixture) { other in
                for round in 0..<Self.rounds {
                    let slot = StoreFixture.firstSlot + round
                    let paused = try #require(
                        try await fixture.store.claim(
                            [fixture.board], slot: slot, owner: ClaimOwner(), lease: .zero
                        ).first)
                    let claim = try await Self.takeOver(slot, of: fixture, by: other)
                    let (old, new) = (Int64(10 * round + 5), Int64(10 * round + 6))
                    async let late = Self.isTaken(Self.reading(fixture, slot, score: old), paused, by: fixture.store)
                    async let timely = Self.isTaken(Self.reading(fixture, slot, score: new), claim, by: other)
                    #expect(try await [late, timely] == [false, true])
                    #expect(try await !Self.isTaken(Self.reading(fixture, slot, score: old), paused, by: fixture.store))
                    await #expect(throws: StorageError.self) {
                        try await fixture.store.conclude(paused, as: SlotOutcome(slot: slot, outcome: .missed))
                    }
                    #expect(try await fixture.standing(minute: round).borders.map(\.score) == [new])
                }
                try await Self.checkOutcomes(fixture)
            }
        }
    }

    @Test func announcedResultStaysAfterALateReading() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(minute: 0, entries: [entry("a", 5, rank: 1)])
            let late = try #require(
                try await fixture.store.claim(
                    [fixture.board], slot: StoreFixture.firstSlot + 1, owner: ClaimOwner(), lease: Self.lease
                ).first)
            try await fixture.record(minute: 2, entries: [entry("a", 9, rank: 1)], isFinal: true)
            let result = try await fixture.standing(minute: 2)
            let outcome = try await fixture.store.record(Self.reading(fixture, late.slot, score: 7), claim: late)
            #expect(outcome.outcome == .missed && outcome.reason == "arrived after a newer slot")
            #expect(try await fixture.standing(minute: 2) == result)
            #expect(result.isFinal && result.entries.map(\.score) == [9])
            #expect(try await fixture.standing(minute: 1).entries.map(\.score) == [5])
        }
    }

    @Test func correctionIsKeptWithItsTimeBesideTheResult() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(
                minute: 0, entries: [entry("a", 9, rank: 1), entry("b", 8, rank: 2)], isFinal: true)
            try await fixture.record(minute: 60, entries: [entry("b", 8, rank: 1)], isFinal: true)
            #expect(try await fixture.standing(minute: 59).entries.map(\.score) == [9, 8])
            let corrected = try await fixture.standing(minute: 60)
            #expect(corrected.entries.map(\.score) == [8] && corrected.isFinal)
            #expect(corrected.asOf == StoreFixture.firstSlot + 60)
            #expect(corrected.entries.map(\.scoredAt) == [StoreFixture.firstSlot])
        }
    }

    /// Every slot that was raced for has one outcome.
    private static func checkOutcomes(_ fixture: StoreFixture) async throws {
        let first = StoreFixture.firstSlot
        let outcomes = try await fixture.store.outcomes(of: fixture.board, after: first - 1, through: first + rounds)
        #expect(outcomes.map(\.slot) == (0..<rounds).map { first + $0 })
        #expect(outcomes.allSatisfy { $0.outcome == .changed })
    }

    /// The database's clock decides when a claim of no duration has expired: within its millisecond it still holds.
    private static func takeOver(_ slot: Slot, of fixture: StoreFixture, by store: Store) async throws -> Claim {
        for _ in 0..<1000 {
            let claims = try await store.claim([fixture.board], slot: slot, owner: ClaimOwner(), lease: lease)
            if let claim = claims.first { return claim }
        }
        throw NotClaimed()
    }
}
