import Rankings
import Storage
import Testing

@Suite struct EventTests {
    @Test func registeredEventReadsBack() async throws {
        try await StoreFixture.run { fixture in
            let event = StoreFixture.event("sim-2", chapters: ["chapter-7", "chapter-finale"])
            try await fixture.store.register([event])
            let boards = try await fixture.store.boards().filter { $0.event.id == event.id }
            #expect(boards.map(\.board) == event.boards)
            #expect(boards.map(\.event) == Array(repeating: event, count: 3))
        }
    }

    @Test func changedTimesAreTakenOver() async throws {
        try await StoreFixture.run { fixture in
            let longer = StoreFixture.event("sim-1", days: 9)
            try await fixture.store.register([longer])
            #expect(try await fixture.store.board(fixture.board).board.times == longer.times)
        }
    }

    @Test func changedRulesAreTakenOverButForTheScale() async throws {
        try await StoreFixture.run { fixture in
            let known = StoreFixture.event("sim-1")
            let boards = known.boards.map {
                Board(id: $0.id, title: "T", times: $0.times, rules: BoardRules(isMonotone: false, scale: 100))
            }
            try await fixture.store.register([
                Event(
                    id: known.id, game: known.game, upstreamID: known.upstreamID, name: known.name, kind: known.kind,
                    times: known.times, boards: boards)
            ])
            let board = try await fixture.store.board(fixture.board).board
            #expect(board.title == "T")
            #expect(board.rules == BoardRules(isMonotone: false, scale: 1))
        }
    }

    @Test func openBoardsHaveStartedAndAreNotSettled() async throws {
        try await StoreFixture.run { fixture in
            let before = try await fixture.store.openBoards(at: StoreFixture.starts - .seconds(1))
            let at = try await fixture.store.openBoards(at: StoreFixture.starts)
            try await fixture.store.settle(fixture.board)
            let settled = try await fixture.store.openBoards(at: StoreFixture.starts)
            #expect(before.isEmpty)
            #expect(at.map(\.board.id) == [fixture.board])
            #expect(settled.isEmpty)
        }
    }

    @Test func readingOfTheListIsRemembered() async throws {
        try await StoreFixture.run { fixture in
            let game = GameID(rawValue: "other")
            #expect(try await fixture.store.eventsReadAt(of: game) == nil)
            try await fixture.store.noteEventsRead(of: game, at: StoreFixture.starts)
            #expect(try await fixture.store.eventsReadAt(of: game) == StoreFixture.starts)
        }
    }
}
