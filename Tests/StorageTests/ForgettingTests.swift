import MariaDB
import Rankings
import Storage
import TestSupport
import Testing

/// A player who is forgotten leaves their scores at their ranks and nothing that tells who they are.
@Suite struct ForgettingTests {
    private static let game = GameID(rawValue: "sim")
    private static let asked = Instant(unixSeconds: 1_743_400_000)

    private static func pseudonym(_ player: String) -> Pseudonym {
        StoreFixture.key.pseudonym(of: PlayerID(player), in: game)
    }

    private static func forgotten(_ player: String) -> ForgottenPlayer {
        ForgottenPlayer(game: game, player: pseudonym(player), at: asked)
    }

    /// Renames, ties, a player who leaves and returns, whole boards and deltas; "b" shares a name with "c".
    private static func readings() -> [Int: [Entry]] {
        var readings: [Int: [Entry]] = [:]
        for minute in stride(from: 0, to: 200, by: 5) {
            let alice = (70..<90).contains(minute) ? "Ali" : "Alice"
            var entries = [
                entry("a", 900 + Int64(minute / 40), rank: 1, name: alice),
                entry("b", 900 + Int64(minute / 40), rank: 1, name: "shared"),
                entry("c", 500, rank: 3, name: minute < 30 ? "Carol" : "shared"),
            ]
            if (100..<130).contains(minute) { entries.remove(at: 0) }
            if minute == 150 { entries[0] = entry("a", entries[0].score, rank: 1, name: "for a minute") }
            readings[minute] = entries
        }
        return readings
    }

    private static func filled(_ body: @escaping @Sendable (StoreFixture) async throws -> Void) async throws {
        try await StoreFixture.run { fixture in
            for (minute, entries) in readings().sorted(by: { $0.key < $1.key }) {
                try await fixture.record(minute: minute, entries: entries, borders: [Border(rank: 100, score: 7)])
            }
            try await body(fixture)
        }
    }

    private static func texts(_ sql: String, _ fixture: StoreFixture) async throws -> [String?] {
        try await fixture.pool.withConnection { connection in
            try await connection.query(sql) { row throws(DatabaseError) in try row.textOrNil(0) }
        }
    }

    @Test func everyPastStandingKeepsScoresAndRanksAndLosesTheName() async throws {
        try await Self.filled { fixture in
            var before: [Standing] = []
            for minute in 0..<200 { before.append(try await fixture.standing(minute: minute)) }
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            // Another process reads from the tables alone.
            let other = Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
            for (minute, old) in before.enumerated() {
                let new = try await other.standing(of: fixture.board, at: StoreFixture.firstSlot + minute)
                let expected = Standing(
                    board: old.board, slot: old.slot, asOf: old.asOf,
                    entries: old.entries.map { entry in
                        StandingEntry(
                            rank: entry.rank, player: entry.player,
                            name: entry.player == Self.pseudonym("a") ? nil : entry.name, score: entry.score,
                            scoredAt: entry.scoredAt)
                    }, borders: old.borders, isFinal: old.isFinal, seen: old.seen)
                #expect(new == expected, "minute \(minute)")
                #expect(try await fixture.standing(minute: minute) == expected)
            }
        }
    }

    @Test func noTableNorViewHoldsAnyNameOrID() async throws {
        try await Self.filled { fixture in
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            #expect(try await Self.texts("SELECT text FROM player_name ORDER BY text", fixture) == ["Carol", "shared"])
            #expect(
                try await Self.texts("SELECT CAST(upstream_id AS CHAR) FROM player ORDER BY id", fixture)
                    == [nil, "b", "c"])
            let player = Self.pseudonym("a").description
            for view in ["v_player_series", "v_standing_latest"] {
                let names = try await Self.texts("SELECT name FROM \(view) WHERE player = '\(player)'", fixture)
                #expect(!names.isEmpty && names.allSatisfy { $0 == nil }, "\(view)")
            }
            #expect(try await Self.texts("SELECT 'x' FROM released_name", fixture).isEmpty)
        }
    }

    @Test func nameThatOthersBearStaysTheirs() async throws {
        try await Self.filled { fixture in
            try await fixture.store.forget(Self.forgotten("b"), now: Self.asked)
            let names = try await fixture.standing(minute: 60).entries.map(\.name)
            #expect(names == ["Alice", nil, "shared"])
            #expect(try await Self.texts("SELECT text FROM player_name", fixture).contains("shared"))
        }
    }

    @Test func seriesTellScoresAndNotWhenTheNameChanged() async throws {
        try await Self.filled { fixture in
            func series() async throws -> Series {
                try await fixture.store.playerSeries(
                    of: fixture.board, player: Self.pseudonym("a"), from: StoreFixture.firstSlot,
                    through: StoreFixture.firstSlot + 300)
            }
            let before = try await series().points
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            let after = try await series().points
            #expect(after.allSatisfy { $0.name == nil })
            var expected: [Series.Point] = []
            for point in before {
                if let last = expected.last, last.rank == point.rank, last.score == point.score { continue }
                expected.append(Series.Point(slot: point.slot, rank: point.rank, score: point.score))
            }
            #expect(after == expected && expected.count < before.count && expected.count > 5)
        }
    }

    /// In the process that forgot, in one that knew the player all along, and in a new one.
    @Test(arguments: ["same", "stale", "new"]) func staysForgottenWhenListedAgain(process: String) async throws {
        try await Self.filled { fixture in
            let stale = Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
            try await fixture.record(minute: 200, entries: Self.readings()[195], through: stale)
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            let store =
                switch process {
                case "same": fixture.store
                case "stale": stale
                default: Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
                }
            for (minute, name) in [(201, "Alice"), (202, "Alice"), (261, "never seen"), (262, "shared")] {
                let entries = [
                    entry("a", Int64(minute) * 10, rank: 1, name: name), entry("c", 1, rank: 2, name: "Carol"),
                ]
                try await fixture.record(minute: minute, entries: entries, through: store)
                let standing = try await fixture.standing(minute: minute)
                #expect(standing.entries.map(\.name) == [nil, "Carol"])
                #expect(standing.entries.map(\.score) == [Int64(minute) * 10, 1])
                #expect(standing.entries.map(\.player) == ["a", "c"].map(Self.pseudonym))
            }
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            #expect(try await Self.texts("SELECT text FROM player_name ORDER BY text", fixture) == ["Carol", "shared"])
            #expect(try await Self.texts("SELECT CAST(upstream_id AS CHAR) FROM player WHERE id = 1", fixture) == [nil])
            #expect(try await Self.texts("SELECT 'x' FROM player", fixture).count == 3)
        }
    }

    /// A process may remember the number of a name whose row is gone.
    @Test func nameThatWentIsNumberedAnewForWhoeverBearsItNext() async throws {
        try await Self.filled { fixture in
            let stale = Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
            try await fixture.record(minute: 200, entries: Self.readings()[195], through: stale)
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            try await fixture.record(minute: 201, entries: [entry("d", 5, rank: 1, name: "Alice")], through: stale)
            #expect(try await fixture.standing(minute: 201).entries.map(\.name) == ["Alice"])
        }
    }

    @Test func readingsWhileAPlayerIsForgottenLeaveNoName() async throws {
        try await Self.filled { fixture in
            let other = Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for minute in 200..<280 {
                        try await fixture.record(
                            minute: minute,
                            entries: [entry("a", Int64(minute), rank: 1, name: "name \(minute)")], through: other)
                    }
                }
                group.addTask { try await fixture.store.forget(Self.forgotten("a"), now: Self.asked) }
                try await group.waitForAll()
            }
            for minute in 0..<280 {
                for entry in try await fixture.standing(minute: minute).entries {
                    #expect((entry.name == nil) == (entry.player == Self.pseudonym("a")), "minute \(minute)")
                }
            }
            // What a reading released that was under way is swept with the next.
            _ = try await fixture.store.removeReleased()
            #expect(try await Self.texts("SELECT text FROM player_name WHERE text LIKE 'name %'", fixture).isEmpty)
        }
    }

    @Test func forgettingTwiceOrAnUnknownPlayerIsNoError() async throws {
        try await Self.filled { fixture in
            for _ in 0..<2 { try await fixture.store.forget(Self.forgotten("a"), now: Self.asked) }
            try await fixture.store.forget(Self.forgotten("yet to come"), now: Self.asked)
            let known = try await fixture.store.forgottenPlayers()
            #expect(known.map(\.forgotten.player) == ["a", "yet to come"].map(Self.pseudonym).sorted())
            #expect(known.allSatisfy { $0.erasedAt != nil })
            try await fixture.record(minute: 201, entries: [entry("yet to come", 5, rank: 1, name: "Zoe")])
            #expect(try await fixture.standing(minute: 201).entries.map(\.name) == [nil])
        }
    }

    /// As a process leaves it that died after it had begun: on a part of the boards names are there still.
    @Test func whatWasBegunIsFinishedByTheNext() async throws {
        try await Self.filled { fixture in
            try await fixture.pool.withConnection { connection in
                _ = try await connection.execute("INSERT INTO forgotten_player VALUES (1, 5, NULL)")
            }
            #expect(try await fixture.store.forgottenPlayers().map(\.erasedAt) == [nil])
            #expect(try await fixture.standing(minute: 60).entries.map(\.name).first == "Alice")
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            #expect(try await fixture.store.forgottenPlayers().map(\.erasedAt) == [Self.asked])
            #expect(try await fixture.store.forgottenPlayers().map(\.forgotten.at.unixMilliseconds) == [5])
            #expect(try await fixture.standing(minute: 60).entries.map(\.name).first == .some(nil))
        }
    }

    @Test func damagedHourHoldsNothingUp() async throws {
        try await Self.filled { fixture in
            try await fixture.pool.withConnection { connection in
                _ = try await connection.execute(
                    "UPDATE slot SET delta = X'01FF' WHERE slot = ?",
                    [.integer((StoreFixture.firstSlot + 65).unixMinute)])
            }
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            #expect(try await fixture.store.forgottenPlayers().map(\.erasedAt) == [Self.asked])
            for minute in [0, 59, 60, 120, 199] {
                let standing = try await fixture.standing(minute: minute)
                #expect(standing.entries.filter { $0.player == Self.pseudonym("a") }.allSatisfy { $0.name == nil })
            }
            await #expect(throws: StorageError.self) { try await fixture.standing(minute: 65) }
        }
    }

    @Test func playerIsFoundByPseudonymIDAndName() async throws {
        try await Self.filled { fixture in
            let id = PlayerOfGame(game: Self.game, player: Self.pseudonym("a"))
            #expect(try await fixture.store.player("a", of: nil) == id)
            #expect(try await fixture.store.player(id.player.description, of: Self.game) == id)
            await #expect(throws: StorageError.unknownPlayer("nobody", game: "sim")) {
                try await fixture.store.player("nobody", of: nil)
            }
            let traces = try await fixture.store.traces(of: id)
            #expect(traces.names == ["Ali", "Alice", "for a minute"] && traces.hasUpstreamID)
            #expect(traces.boards == [fixture.board])
            #expect(try await fixture.store.players(named: "li", limit: 9).map(\.name) == ["Alice", "Ali"])
            #expect(try await fixture.store.players(named: "li", limit: 1).map(\.id) == [id])
            #expect(try await fixture.store.players(named: "%", limit: 9).isEmpty)
            try await fixture.store.forget(Self.forgotten("a"), now: Self.asked)
            // Known by the id still, which is not kept.
            #expect(try await fixture.store.player("a", of: nil) == id)
            let after = try await fixture.store.traces(of: id)
            #expect(after.names.isEmpty && !after.hasUpstreamID && after.boards == [fixture.board])
        }
    }
}

extension StoreFixture {
    /// Records through another store, as another process would.
    func record(minute: Int, entries: [Entry]?, through store: Store) async throws {
        let other = StoreFixture(store: store, pool: pool, endpoint: endpoint, board: board)
        try await other.record(minute: minute, entries: entries, borders: [])
    }
}
