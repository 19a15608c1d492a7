import Rankings
import Storage
import Testing

@Suite struct RecordingTests {
    @Test func standingOfEveryPastSlotIsWhatWasRecorded() async throws {
        try await StoreFixture.run { fixture in
            let readings: [[Entry]] = [
                [entry("a", 50, rank: 1), entry("b", 40, rank: 2)],
                [entry("b", 60, rank: 1), entry("a", 50, rank: 2)],
                [entry("b", 60, rank: 1), entry("a", 60, rank: 1, name: "renamed"), entry("c", 1, rank: 3)],
                [entry("a", 60, rank: 1)],
            ]
            for (minute, entries) in readings.enumerated() {
                try await fixture.record(
                    minute: minute, entries: entries, borders: [Border(rank: 100, score: Int64(minute))])
            }
            for (minute, entries) in readings.enumerated() {
                let standing = try await fixture.standing(minute: minute)
                #expect(standing.entries.map(\.score) == entries.map(\.score))
                #expect(standing.entries.map(\.name) == entries.map(\.name))
                #expect(standing.entries.map(\.rank) == entries.map(\.rank))
                #expect(
                    standing.entries.map(\.player)
                        == entries.map { StoreFixture.key.pseudonym(of: $0.player, in: GameID(rawValue: "sim")) })
                #expect(standing.borders.map(\.score) == [Int64(minute)])
                #expect(standing.asOf == StoreFixture.firstSlot + minute)
            }
        }
    }

    @Test func standingsAcrossKeyFramesAgreeWithTheReadings() async throws {
        try await StoreFixture.run { fixture in
            for minute in stride(from: 0, to: 200, by: 7) {
                try await fixture.record(
                    minute: minute, entries: [entry("a", Int64(minute), rank: 1)],
                    borders: [Border(rank: 100, score: Int64(minute / 30))])
            }
            for minute in 0..<200 {
                let standing = try await fixture.standing(minute: minute)
                #expect(standing.entries.map(\.score) == [Int64(minute / 7 * 7)])
                #expect(standing.borders.map(\.score) == [Int64(minute / 7 * 7 / 30)])
            }
        }
    }

    @Test func outcomeSaysWhetherAnythingChanged() async throws {
        try await StoreFixture.run { fixture in
            let entries = [entry("a", 50, rank: 1)]
            #expect(try await fixture.record(minute: 0, entries: entries).outcome == .changed)
            #expect(try await fixture.record(minute: 1, entries: entries).outcome == .unchanged)
            #expect(try await fixture.record(minute: 2, entries: nil).outcome == .partial)
            let outcomes = try await fixture.store.outcomes(
                of: fixture.board, after: StoreFixture.firstSlot - 1, through: StoreFixture.firstSlot + 9)
            #expect(outcomes.map(\.outcome) == [.changed, .unchanged, .partial])
            #expect(outcomes.map(\.latency) == Array(repeating: .milliseconds(120), count: 3))
        }
    }

    @Test func readingWithoutAPartThatTheUpstreamNeverHasIsWhole() async throws {
        try await StoreFixture.run { fixture in
            let borders = [Border(rank: 100, score: 5)]
            let outcomes = [
                try await fixture.record(minute: 0, entries: nil, borders: borders, isPartial: false),
                try await fixture.record(minute: 1, entries: nil, borders: borders, isPartial: false),
                try await fixture.record(minute: 2, entries: nil, borders: borders),
            ]
            #expect(outcomes.map(\.outcome) == [.changed, .unchanged, .partial])
            let standing = try await fixture.standing(minute: 2)
            #expect(standing.entries.isEmpty)
            #expect(standing.borders.map(\.score) == [5])
        }
        try await StoreFixture.run { fixture in
            let entries = [entry("a", 50, rank: 1)]
            let outcomes = [
                try await fixture.record(minute: 0, entries: entries, borders: nil, isPartial: false),
                try await fixture.record(minute: 1, entries: entries, borders: nil, isPartial: false),
            ]
            #expect(outcomes.map(\.outcome) == [.changed, .unchanged])
        }
    }

    @Test func readingThatArrivesLateLeavesTheStandingAsItIs() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(minute: 0, entries: [entry("a", 1, rank: 1)])
            try await fixture.record(minute: 5, entries: [entry("a", 5, rank: 1)])
            let late = try await fixture.record(minute: 3, entries: [entry("a", 3, rank: 1)])
            #expect(late.outcome == .missed)
            #expect(try await fixture.standing(minute: 4).entries.map(\.score) == [1])
            #expect(try await fixture.standing(minute: 5).entries.map(\.score) == [5])
        }
    }

    @Test func latencyOfAClockThatIsOffKeepsNoReadingOut() async throws {
        try await StoreFixture.run { fixture in
            for (minute, latency) in [Duration.seconds(-5), .seconds(100_000_000)].enumerated() {
                let slot = StoreFixture.firstSlot + minute
                let claim = try await fixture.store.claim(
                    [fixture.board], slot: slot, owner: ClaimOwner(), lease: .seconds(60))[0]
                let reading = Reading(
                    board: fixture.board, slot: slot, seenAt: slot.start, entries: [entry("a", 1, rank: 1)],
                    borders: [], isFinal: false)
                #expect(try await fixture.store.record(reading, claim: claim, latency: latency).outcome.isSeen)
            }
        }
    }

    @Test func boardNeverReadHasAnEmptyStanding() async throws {
        try await StoreFixture.run { fixture in
            let standing = try await fixture.standing(minute: 0)
            #expect(standing.asOf == nil)
            #expect(standing.entries.isEmpty && standing.borders.isEmpty)
        }
    }

    @Test func unknownBoardIsNamed() async throws {
        try await StoreFixture.run { fixture in
            let unknown = BoardID(event: EventID(rawValue: "sim-9"), name: "main")
            await #expect(throws: StorageError.unknownBoard("sim-9/main")) {
                try await fixture.store.standing(of: unknown, at: StoreFixture.firstSlot)
            }
        }
    }
}
