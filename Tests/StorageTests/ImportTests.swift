import Rankings
import Storage
import Testing

@Suite struct ImportTests {
    private static func observations(_ minutes: [Int]) -> [BorderObservation] {
        minutes.map { BorderObservation(slot: StoreFixture.firstSlot + $0, rank: 100, score: Int64($0)) }
    }

    @Test func everyObservationIsTheStandingOfItsMinute() async throws {
        try await StoreFixture.run { fixture in
            let minutes = Array(stride(from: 0, to: 3000, by: 37))
            let added = try await fixture.store.importBorders(Self.observations(minutes), of: fixture.board)
            #expect(added == minutes.count)
            for minute in minutes {
                #expect(try await fixture.standing(minute: minute).borders.map(\.score) == [Int64(minute)])
            }
        }
    }

    @Test func rankThatIsNotObservedKeepsItsScore() async throws {
        try await StoreFixture.run { fixture in
            let first = StoreFixture.firstSlot
            _ = try await fixture.store.importBorders(
                [
                    BorderObservation(slot: first, rank: 100, score: 5),
                    BorderObservation(slot: first, rank: 200, score: 4),
                    BorderObservation(slot: first + 60, rank: 100, score: 9),
                ], of: fixture.board)
            #expect(try await fixture.standing(minute: 60).borders.map(\.score) == [9, 4])
        }
    }

    @Test func importingAgainChangesNothing() async throws {
        try await StoreFixture.run { fixture in
            _ = try await fixture.store.importBorders(Self.observations([0, 60]), of: fixture.board)
            let again = try await fixture.store.importBorders(Self.observations([0, 60]), of: fixture.board)
            let longer = try await fixture.store.importBorders(Self.observations([0, 60, 120]), of: fixture.board)
            #expect(again == 0)
            #expect(longer == 1)
            #expect(try await fixture.standing(minute: 120).borders.map(\.score) == [120])
        }
    }

    @Test func observationsBeforeTheReadingsAreRefused() async throws {
        try await StoreFixture.run { fixture in
            try await fixture.record(minute: 90, borders: [Border(rank: 100, score: 7)])
            await #expect(throws: StorageError.self) {
                try await fixture.store.importBorders(Self.observations([0, 60]), of: fixture.board)
            }
            #expect(try await fixture.standing(minute: 60).borders.isEmpty)
        }
    }

    @Test func coursesHoldOnePointAnHourAndTheNewest() async throws {
        try await StoreFixture.run { fixture in
            for minute in [0, 30, 61, 90, 100] {
                try await fixture.record(minute: minute, borders: [Border(rank: 100, score: Int64(minute))])
            }
            let courses = try await fixture.store.courses(of: fixture.board, through: StoreFixture.firstSlot + 95)
            #expect(courses.map(\.rank) == [100])
            #expect(courses.first?.points.map(\.score) == [0, 61, 90])
        }
    }

    @Test func finishedBoardEndsWithItsAnnouncedResult() async throws {
        try await StoreFixture.run { fixture in
            let times = try await fixture.store.board(fixture.board).board.times
            let end = Slot(containing: times.ends) - StoreFixture.firstSlot
            try await fixture.record(minute: end - 1, borders: [Border(rank: 100, score: 90)])
            try await fixture.record(minute: end + 10, borders: [Border(rank: 100, score: 99)], isFinal: true)
            #expect(try await fixture.store.finishedBoards(endedBy: times.ends, limit: 9).isEmpty)
            let finished = try await fixture.store.finishedBoards(endedBy: times.announces, limit: 9)
            #expect(finished.map(\.board.id) == [fixture.board])
            #expect(finished.first?.courses.first?.points.last?.slot == Slot(containing: times.ends))
            #expect(finished.first?.courses.first?.points.last?.score == 99)
        }
    }
}
