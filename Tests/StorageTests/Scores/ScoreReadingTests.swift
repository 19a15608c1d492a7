import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ScoreReadingTests {
    /// Rows the connection has read so far; with one connection that is everybody's.
    private static func rowsRead(_ fixture: ScoreFixture) async throws -> Int {
        try await fixture.count(
            """
            SELECT CAST(SUM(variable_value) AS SIGNED) FROM information_schema.session_status
            WHERE variable_name IN ('HANDLER_READ_KEY', 'HANDLER_READ_NEXT', 'HANDLER_READ_FIRST', 'HANDLER_READ_PREV')
            """)
    }

    /// Anybody may ask for a player, one after another: each costs the same on a list of any length.
    @Test func aPlayerIsFoundWithoutReadingTheList() async throws {
        try await ScoreFixture.run(connections: 1) { fixture async throws in
            let board = ScoreFixture.board()
            for number in 1...150 {
                _ = try await fixture.submit(
                    Int64(number), of: "user \(number)", on: board, action: ScoreFixture.action(number))
            }
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let before = try await Self.rowsRead(fixture)
            #expect(try await fixture.scores.around(Pseudonym(value: 1), on: list, limit: 3) == nil)
            #expect(try await Self.rowsRead(fixture) - before < 50)
        }
    }

    /// Whoever begins many actions at once: what was accepted since one began is known when it is judged.
    @Test func theLastOfATypeSinceAnActionBeganIsFound() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            for (number, second) in [(1, 0), (2, 10), (3, 20)] {
                _ = try await fixture.submit(
                    1, of: "ann", on: board, action: ScoreFixture.action(number),
                    at: ScoreFixture.now + .seconds(second))
            }
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            func last(_ user: String, _ type: String, begun: Int) async throws -> Instant? {
                try await fixture.position(
                    of: ScoreFixture.user(user), on: list, type: type, begun: ScoreFixture.now + .seconds(begun)
                ).lastAccepted
            }
            #expect(try await last("ann", "lap", begun: 5) == ScoreFixture.now + .seconds(20))
            #expect(try await last("ann", "lap", begun: 20) == nil)
            #expect(try await last("ann", "win", begun: 5) == nil)
            #expect(try await last("bob", "lap", begun: 5) == nil)
        }
    }

    @Test func theFirstDeltaOfADecrementIsFromItsStart() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board(rule: .decrement(from: 100), order: .lowestFirst)
            let first = try await fixture.submit(30, of: "ann", on: board, action: ScoreFixture.action(1))
            #expect(first == AcceptedScore(newScore: 70, place: 1, delta: -30, change: 1))
            #expect(try await fixture.scores.accepted(ScoreFixture.action(1), of: "ann") == first)
            let second = try await fixture.submit(5, of: "ann", on: board, action: ScoreFixture.action(2))
            #expect(second.delta == -5)
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let changes = try await fixture.scores.changes(of: list, after: 0, limit: 10)
            #expect(changes.compactMap(\.delta) == [-30, -5])
            let trail = try await fixture.scores.history(of: "ann", before: nil, limit: 10)
            #expect(trail.map(\.accepted.delta) == [-5, -30] && trail.map(\.oldScore) == [70, nil])
        }
    }

    /// Keys that were written by another order would stand between those of this one.
    @Test func aListKeepsItsOrderAndScale() async throws {
        try await ScoreFixture.run { fixture async throws in
            _ = try await fixture.scores.list(of: ScoreFixture.board(), at: ScoreFixture.now)
            let restarted = ScoreStore(pool: fixture.pool)
            let changed = StorageError.changedBoard("race", period: "all")
            await #expect(throws: changed) {
                try await restarted.list(of: ScoreFixture.board(order: .lowestFirst), at: ScoreFixture.now)
            }
            let scaled = HouseBoard(
                name: "race", title: "race", rule: .sum, scale: 10, actions: ScoreFixture.board().actions)
            await #expect(throws: changed) { try await restarted.check(scaled, at: ScoreFixture.now) }
            _ = try await restarted.list(of: ScoreFixture.board(ties: .shared), at: ScoreFixture.now)
            #expect(try await fixture.count("SELECT is_lowest_first FROM score_board") == 0)
        }
    }
}
