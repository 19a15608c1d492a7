import MariaDB
import Rankings
import Storage
import TestSupport
import Testing

/// Players of past events may go; borders, outcomes and forecasts stay.
@Suite struct PruningTests {
    private static let game = GameID(rawValue: "sim")

    /// A board with three hours of readings, settled or not.
    private static func filled(
        settled: Bool = true, _ body: @escaping @Sendable (StoreFixture, EventTimes) async throws -> Void
    ) async throws {
        try await StoreFixture.run { fixture in
            for minute in stride(from: 0, to: 180, by: 3) {
                try await fixture.record(
                    minute: minute,
                    entries: [
                        entry("a", Int64(minute), rank: 1), entry("b", 5, rank: 2, name: minute < 60 ? "b" : "B"),
                    ], borders: [Border(rank: 100, score: Int64(minute / 30))])
            }
            if settled { try await fixture.store.settle(fixture.board) }
            try await body(fixture, try await fixture.store.board(fixture.board).board.times)
        }
    }

    private static func count(_ table: String, _ fixture: StoreFixture) async throws -> Int {
        try await fixture.pool.withConnection { connection in
            try await connection.query("SELECT COUNT(*) FROM \(table)") { row throws(DatabaseError) in try row.int(0) }
        }[0]
    }

    @Test func onlyEventsThatClosedAndAreSettledAreDue() async throws {
        try await Self.filled(settled: false) { fixture, times in
            let store = fixture.store
            #expect(try await store.prunableEvents(of: Self.game, closedBy: times.closes + .hours(9999)).isEmpty)
            try await store.settle(fixture.board)
            #expect(try await store.prunableEvents(of: Self.game, closedBy: times.closes - .seconds(1)).isEmpty)
            let other = GameID(rawValue: "other")
            #expect(try await store.prunableEvents(of: other, closedBy: times.closes).isEmpty)
            let due = try await store.prunableEvents(of: Self.game, closedBy: times.closes)
            #expect(due.map(\.boards) == [[fixture.board]])
            #expect(due.map(\.closed) == [times.closes])
            #expect(due.map(\.changes) == [try await Self.count("player_change", fixture)])
        }
    }

    @Test func bordersOutcomesAndCoursesAreThoseOfBefore() async throws {
        try await Self.filled { fixture, times in
            let store = fixture.store
            let end = StoreFixture.firstSlot + 200
            var before: [Standing] = []
            for minute in 0..<200 { before.append(try await fixture.standing(minute: minute)) }
            let outcomes = try await store.outcomes(of: fixture.board, after: StoreFixture.firstSlot - 1, through: end)
            let courses = try await store.courses(of: fixture.board, through: end)
            let freed = try await store.beginPruning(fixture.board, now: times.closes + .hours(1))
            #expect(freed > 0)
            #expect(try await store.finishPruning(fixture.board) > 60)
            #expect(try await store.board(fixture.board).prunedAt == times.closes + .hours(1))
            for (minute, old) in before.enumerated() {
                let expected = Standing(
                    board: old.board, slot: old.slot, asOf: old.asOf, entries: [], borders: old.borders,
                    isFinal: old.isFinal, seen: old.seen)
                #expect(try await fixture.standing(minute: minute) == expected)
            }
            #expect(
                try await store.outcomes(of: fixture.board, after: StoreFixture.firstSlot - 1, through: end) == outcomes
            )
            // Those of the top go with the players.
            let ranks = Set(before.flatMap(\.borders).map(\.rank))
            let ofBorders = courses.filter { ranks.contains($0.rank) }
            #expect(try await store.courses(of: fixture.board, through: end) == ofBorders && !ofBorders.isEmpty)
            #expect(try await Self.count("player_change", fixture) == 0)
            #expect(try await store.prunableEvents(of: Self.game, closedBy: times.closes).isEmpty)
        }
    }

    @Test func namesAndPlayersGoThatNobodyElseHas() async throws {
        try await Self.filled { fixture, times in
            let store = fixture.store
            try await store.register([StoreFixture.event("sim-2")])
            let live = StoreFixture(
                store: store, pool: fixture.pool, endpoint: fixture.endpoint,
                board: StoreFixture.event("sim-2").boards[0].id)
            try await live.record(minute: 0, entries: [entry("b", 5, rank: 1, name: "B")])
            try await store.forget(
                ForgottenPlayer(
                    game: Self.game, player: StoreFixture.key.pseudonym(of: PlayerID("a"), in: Self.game),
                    at: times.ends), now: times.closes)
            _ = try await store.beginPruning(fixture.board, now: times.closes)
            _ = try await store.finishPruning(fixture.board)
            let rows = try await store.removeReleased()
            // "b" goes as a name, "B" is borne on the other board; the forgotten player is recognised for ever.
            #expect(rows.names == 1 && rows.players == 0)
            #expect(try await store.forgottenPlayers().count == 1)
            #expect(try await live.standing(minute: 0).entries.map(\.name) == ["B"])
            // Whoever returns gets a new number where the old one is gone.
            try await live.record(minute: 1, entries: [entry("a", 9, rank: 1), entry("b", 5, rank: 2, name: "b")])
            #expect(try await live.standing(minute: 1).entries.map(\.name) == [nil, "b"])
        }
    }

    @Test func playerWhoseRowIsGoneReturnsUnderTheSamePseudonym() async throws {
        try await Self.filled { fixture, times in
            let store = fixture.store
            _ = try await store.beginPruning(fixture.board, now: times.closes)
            _ = try await store.finishPruning(fixture.board)
            let other = Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
            let rows = try await other.removeReleased()
            #expect(rows.players == 2 && rows.names == 3)
            #expect(try await Self.count("player", fixture) == 0)
            try await store.register([StoreFixture.event("sim-2")])
            let live = StoreFixture(
                store: store, pool: fixture.pool, endpoint: fixture.endpoint,
                board: StoreFixture.event("sim-2").boards[0].id)
            // This store still remembers the numbers of both.
            try await live.record(minute: 0, entries: [entry("a", 5, rank: 1), entry("b", 4, rank: 2, name: "B")])
            let standing = try await Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
                .standing(of: live.board, at: StoreFixture.firstSlot)
            #expect(standing.entries.map(\.name) == ["name of a", "B"])
            #expect(
                standing.entries.map(\.player)
                    == ["a", "b"].map { StoreFixture.key.pseudonym(of: PlayerID($0), in: Self.game) })
        }
    }

    @Test func interruptedPruningIsDueUntilItIsDone() async throws {
        try await Self.filled { fixture, times in
            let store = fixture.store
            _ = try await store.beginPruning(fixture.board, now: times.closes)
            #expect(try await store.prunableEvents(of: Self.game, closedBy: times.closes).count == 1)
            #expect(try await store.beginPruning(fixture.board, now: times.closes + .hours(5)) == 0)
            #expect(try await store.board(fixture.board).prunedAt == times.closes)
            _ = try await store.finishPruning(fixture.board)
            #expect(try await store.prunableEvents(of: Self.game, closedBy: times.closes).isEmpty)
        }
    }
}
