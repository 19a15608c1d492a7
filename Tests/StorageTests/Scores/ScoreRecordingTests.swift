import Cron
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ScoreRecordingTests {
    private static func weekly(
        _ name: String, order: ScoreOrder = .highestFirst, version: Int = 1, least: Int64 = 0
    ) -> HouseBoard {
        HouseBoard(
            name: name, title: "Race", version: version, rule: .best, order: order, scale: 10,
            bounds: least...ScoreLimits.greatest, period: .weekly(.utc),
            actions: [ActionType(name: "lap", points: .value(ScoreLimits.scores))])
    }

    @Test func listsWithABeginningAndAnEndAreRecorded() async throws {
        try await ScoreFixture.run { fixture async throws in
            for board in [
                Self.weekly("race"), Self.weekly("race", version: 2), Self.weekly("golf", order: .lowestFirst),
                ScoreFixture.board("always"), Self.weekly("debts", least: -1),
            ] {
                _ = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            }
            let lists = try await fixture.scores.recordedLists()
            #expect(lists.map(\.id) == ["race-2025-w47", "race-v2-2025-w47"])
            #expect(lists[0].scale == 10 && lists[0].isMonotone && lists[0].ties == .earliestFirst)
            #expect(lists[0].times.contains(ScoreFixture.now))
        }
    }

    @Test func aStandingHasTheBestAndTheScoresBelow() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = Self.weekly("race")
            for number in 1...12 {
                _ = try await fixture.submit(
                    Int64(number * 5), of: "user \(number)", on: board, action: ScoreFixture.action(number))
            }
            let list = try #require(try await fixture.scores.recordedLists().first)
            let standing = try await fixture.scores.standing(of: list, entries: 3, borders: [5, 10, 20, 30])
            #expect(standing.entries.map(\.score) == [60, 55, 50] && standing.entries.map(\.place) == [1, 2, 3])
            #expect(standing.borders == [Border(rank: 5, score: 40), Border(rank: 10, score: 15)])
        }
    }
}
