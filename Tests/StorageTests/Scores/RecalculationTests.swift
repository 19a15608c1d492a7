import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct RecalculationTests {
    private static func board(_ version: Int, rule: ScoreRule = .sum, least: Int64 = 0) -> HouseBoard {
        HouseBoard(
            name: "race", title: "Race", version: version, rule: rule, bounds: ScoreLimits.scores,
            actions: [ActionType(name: "lap", points: .value(least...1_000))])
    }

    private static func shown(_ fixture: ScoreFixture, on board: HouseBoard) async throws -> [String] {
        let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
        let top = try await fixture.scores.top(of: list, limit: 2_000)
        return top.entries.map { "\($0.place) \($0.name.split(separator: " ").last ?? "") \($0.score)" }
    }

    private static func recalculate(_ board: HouseBoard, in fixture: ScoreFixture) async throws -> Recalculation {
        let lists = try await fixture.store.recalculatedLists(of: board)
        var work = try await fixture.store.beginRecalculation(of: lists[0], now: ScoreFixture.now)
        while try await fixture.store.recalculateSome(&work) {}
        try await fixture.store.promote(work, now: ScoreFixture.now)
        return work
    }

    private static func tallied(_ fixture: ScoreFixture, _ list: ScoreList) async throws -> [Int] {
        try await fixture.pool.withConnection { connection in
            try await connection.query(
                "SELECT CAST(SUM(players) AS SIGNED) FROM score_tally WHERE board_id = ? GROUP BY shift",
                [.integer(list.number)]
            ) { row throws(DatabaseError) in try row.int(0) }
        }
    }

    @Test func anotherVersionGetsItsScoresFromTheTrailAndTheOldListStays() async throws {
        try await ScoreFixture.run { fixture async throws in
            let (old, new) = (Self.board(1), Self.board(2, rule: .best, least: 5))
            for (number, (user, points)) in [("ann", 9), ("bob", 7), ("bob", 8), ("cat", 3), ("dan", 9)].enumerated() {
                _ = try await fixture.submit(
                    Int64(points), of: user, on: old, action: ScoreFixture.action(number))
            }
            // The new list has actions of its own already, and a player whom nobody sees.
            _ = try await fixture.submit(6, of: "eve", on: new, action: ScoreFixture.action(10))
            _ = try await fixture.submit(9, of: "bob", on: new, action: ScoreFixture.action(11))
            _ = try await fixture.store.moderate(
                try await fixture.store.houseUser("dan"), ModerationTests.order(.hide, board: "race"))
            let work = try await Self.recalculate(new, in: fixture)
            #expect(work.done == 5 && work.leftOut == 1)
            #expect(try await Self.shown(fixture, on: new) == ["1 ann 9", "2 bob 9", "3 eve 6"])
            #expect(try await Self.shown(fixture, on: old) == ["1 bob 15", "2 ann 9", "3 cat 3"])
            let list = try await fixture.scores.list(of: new, at: ScoreFixture.now)
            #expect(try await Self.tallied(fixture, list) == Array(repeating: 3, count: 7))
            // Whoever comes to a score later is behind, and the next number is the next.
            let change = try await fixture.scores.top(of: list, limit: 1).change
            let late = try await fixture.submit(9, of: "eve", on: new, action: ScoreFixture.action(12))
            #expect(late == AcceptedScore(newScore: 9, place: 3, delta: 3, change: change + 1))
            let changes = try await fixture.scores.changes(of: list, after: 2, limit: 9)
            #expect(changes.first == .revision(change) && changes.count == 2)
        }
    }

    @Test func oneThatWasInterruptedGoesOnAndTakesWhatCameMeanwhile() async throws {
        try await ScoreFixture.run { fixture async throws in
            let (old, new) = (Self.board(1), Self.board(2, rule: .best))
            for number in 0..<510 {
                _ = try await fixture.submit(
                    Int64(number), of: "u\(number)", on: old, action: ScoreFixture.action(number))
            }
            let lists = try await fixture.store.recalculatedLists(of: new)
            let list = try #require(lists.first)
            let byOtherRules = try await fixture.store.recalculatedLists(of: Self.board(2))
            var before = try await fixture.store.beginRecalculation(of: byOtherRules[0], now: ScoreFixture.now)
            #expect(try await fixture.store.recalculateSome(&before))
            var first = try await fixture.store.beginRecalculation(of: list, now: ScoreFixture.now)
            #expect(first.done == 0)
            var other = first
            #expect(try await fixture.store.recalculateSome(&first) && first.done == 500)
            await #expect(throws: StorageError.recalculatedElsewhere("race")) {
                try await fixture.store.recalculateSome(&other)
            }
            #expect(try await Self.shown(fixture, on: new).isEmpty)
            // One who was computed already plays on, by the old rules and the new ones.
            _ = try await fixture.submit(900, of: "u1", on: old, action: ScoreFixture.action(1_001))
            _ = try await fixture.submit(901, of: "u2", on: new, action: ScoreFixture.action(1_002))
            var again = try await fixture.store.beginRecalculation(of: list, now: ScoreFixture.now)
            #expect(again.done == 500 && again.lastUser == first.lastUser)
            while try await fixture.store.recalculateSome(&again) {}
            try await fixture.store.promote(again, now: ScoreFixture.now)
            let shown = try await Self.shown(fixture, on: new)
            #expect(shown.count == 510 && shown.prefix(3) == ["1 u2 901", "2 u1 900", "3 u509 509"])
        }
    }

    @Test func oneUserIsComputedAlone() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = Self.board(1)
            for (number, user) in ["ann", "ann", "bob"].enumerated() {
                _ = try await fixture.submit(10, of: user, on: board, action: ScoreFixture.action(number))
            }
            let best = Self.board(1, rule: .best)
            let list = try await ScoreStore(pool: fixture.pool).list(of: best, at: ScoreFixture.now)
            let ann = try await fixture.store.houseUser("ann")
            let change = try await fixture.store.recalculate(ann, on: list, now: ScoreFixture.now)
            #expect(change.before == 20 && change.after == 10)
            #expect(try await Self.shown(fixture, on: best) == ["1 ann 10", "2 bob 10"])
            #expect(try await Self.tallied(fixture, list) == Array(repeating: 2, count: 7))
            #expect(try await fixture.scores.changes(of: list, after: 3, limit: 9) == [.revision(4)])
            let again = try await fixture.store.recalculate(ann, on: list, now: ScoreFixture.now)
            #expect(again.before == 10 && again.after == 10)
            #expect(try await fixture.scores.top(of: list, limit: 1).change == 4)
        }
    }

    @Test func theWeightedTotalIsMadeOfWhatWasAcceptedBeforeToo() async throws {
        try await ScoreFixture.run { fixture async throws in
            let rule = ScoreRule.weighted(WeightedTotal(decay: 0.5, mostBonus: 0), of: .everyAction)
            let (old, new) = (Self.board(1), Self.board(2, rule: rule))
            for number in 0..<2 {
                _ = try await fixture.submit(100, of: "ann", on: old, action: ScoreFixture.action(number))
            }
            let list = try await fixture.scores.list(of: new, at: ScoreFixture.now)
            let nobody = try await fixture.position(of: "nobody", on: list)
            #expect(try await fixture.parts(of: nobody, on: list) == nil)
            _ = try await Self.recalculate(new, in: fixture)
            #expect(try await Self.shown(fixture, on: new) == ["1 ann 150"])
            let position = try await fixture.position(of: "ann", on: list)
            let parts = try await fixture.parts(of: position, on: list)
            #expect(parts?.scores == [100, 100])
            #expect(try new.score(after: position.score, points: 200, type: "lap", parts: parts) == 275)
        }
    }
}
