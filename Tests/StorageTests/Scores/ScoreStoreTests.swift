import Cron
import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ScoreStoreTests {
    @Test func anActionCountsOnce() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            let first = try await fixture.submit(10, of: "ann", on: board, action: ScoreFixture.action(1))
            #expect(first == AcceptedScore(newScore: 10, place: 1, delta: 10, change: 1))
            _ = try await fixture.submit(20, of: "bob", on: board, action: ScoreFixture.action(2))
            let again = try await fixture.submit(99, of: "ann", on: board, action: ScoreFixture.action(1))
            #expect(again == first, "the place of then, not of now")
            #expect(try await fixture.count("SELECT COUNT(*) FROM score_submission") == 2)
        }
    }

    @Test func anActionIsFoundByItsOwnUserAlone() async throws {
        try await ScoreFixture.run { fixture async throws in
            let action = ScoreFixture.action(1)
            _ = try await fixture.submit(10, of: "ann", on: ScoreFixture.board(), action: action)
            #expect(try await fixture.scores.accepted(action, of: "ann") != nil)
            #expect(try await fixture.scores.accepted(action, of: "bob") == nil)
        }
    }

    @Test func aPositionThatIsNoLongerSoChangesNothing() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let before = try await fixture.position(of: "ann", on: list)
            _ = try await fixture.submit(10, of: "ann", on: board, action: ScoreFixture.action(1))
            let late = ScoreSubmission(
                list: list, user: ScoreUser(subject: "ann", name: "Ann", avatar: nil), newPlayer: Pseudonym(value: 1),
                action: ScoreFixture.action(2), type: "lap", value: nil, points: 5, newScore: 5,
                begun: ScoreFixture.now, accepted: ScoreFixture.now)
            #expect(try await fixture.accept(late, at: before) == nil)
            #expect(try await fixture.position(of: "ann", on: list).score == 10)
            #expect(try await fixture.count("SELECT change_number FROM score_board") == 1)
        }
    }

    @Test func aPlayerIsCalledAsTheNewestTokenSays() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            _ = try await fixture.submit(10, of: "ann", on: board, action: ScoreFixture.action(1))
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let renamed = ScoreUser(subject: "ann", name: "Anna 🦊", avatar: "https://p.example/a.png")
            let position = try await fixture.position(of: renamed, on: list)
            let submission = ScoreSubmission(
                list: list, user: renamed, newPlayer: Pseudonym(value: 1), action: ScoreFixture.action(2), type: "lap",
                value: nil, points: 5, newScore: 15, begun: ScoreFixture.now, accepted: ScoreFixture.now)
            #expect(try await fixture.accept(submission, at: position) != nil)
            let entry = try #require(try await fixture.scores.top(of: list, limit: 1).entries.first)
            #expect(entry.name == renamed.name && entry.avatar == renamed.avatar && entry.player.value != 1)
        }
    }

    /// What every place must be, from all scores in a sorted list.
    private struct Oracle {
        var reached: [String: (score: Int64, at: Int)] = [:]
        var changes = 0

        mutating func place(of user: String, score: Int64, on board: HouseBoard) -> Int {
            changes += 1
            if reached[user]?.score != score { reached[user] = (score, changes) }
            guard let own = reached[user] else { return 0 }
            let better = reached.values.filter { board.order.isBetter($0.score, than: own.score) }.count
            let earlier = reached.values.filter { $0.score == own.score && $0.at < own.at }.count
            return 1 + better + (board.ties == .shared ? 0 : earlier)
        }
    }

    @Test(arguments: [
        (ScoreRule.sum, ScoreOrder.highestFirst, TieRule.earliestFirst, Int64(0)...40),
        (.best, .lowestFirst, .earliestFirst, -5...5),
        (.last, .highestFirst, .shared, -3...3),
        (.last, .lowestFirst, .earliestFirst, -ScoreLimits.greatest...ScoreLimits.greatest),
    ])
    func everyPlaceIsThatOfTheSortedList(
        rule: ScoreRule, order: ScoreOrder, ties: TieRule, points: ClosedRange<Int64>
    ) async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board(rule: rule, order: order, ties: ties)
            var random = SplitMix(state: 7)
            var oracle = Oracle()
            for number in 1...300 {
                let user = "user \(Int.random(in: 1...40, using: &random))"
                let accepted = try await fixture.submit(
                    Int64.random(in: points, using: &random), of: user, on: board,
                    action: ScoreFixture.action(number))
                let place = oracle.place(of: user, score: accepted.newScore, on: board)
                #expect(accepted.place == place && accepted.change == Int64(number))
            }
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let top = try await fixture.scores.top(of: list, limit: 100)
            #expect(top.change == 300)
            let sorted = oracle.reached.sorted { left, right in
                left.value.score == right.value.score
                    ? left.value.at < right.value.at : order.isBetter(left.value.score, than: right.value.score)
            }
            #expect(top.entries.map(\.name) == sorted.map { "name of \($0.key)" })
            #expect(top.entries.map(\.place) == ties.places(of: sorted.map(\.value.score), from: 1))
            try await checkTallies(fixture)
            for entry in top.entries {
                let around = try #require(try await fixture.scores.around(entry.player, on: list, limit: 7))
                let position = try #require(top.entries.firstIndex(of: entry))
                let first = max(0, position - 3)
                #expect(around.entries == Array(top.entries[first..<min(first + 7, top.entries.count)]))
            }
        }
    }

    private func checkTallies(_ fixture: ScoreFixture) async throws {
        for shift in stride(from: 0, through: 48, by: 8) {
            let wrong = try await fixture.count(
                """
                SELECT COUNT(*) FROM (SELECT sort_key >> \(shift) AS prefix, COUNT(*) AS players FROM score_entry
                  GROUP BY 1) e LEFT JOIN score_tally t ON t.shift = \(shift) AND t.prefix = e.prefix
                WHERE t.players IS NULL OR t.players <> e.players
                """)
            #expect(wrong == 0, "tallies of \(shift) bits are wrong")
        }
        #expect(try await fixture.count("SELECT COUNT(*) FROM score_tally WHERE players = 0") == 0)
    }

    /// Many at once, some of them sent twice at the same time, as by two servers.
    @Test func racingSendersGetDenseNumbersAndOneChangeEach() async throws {
        try await ScoreFixture.run(connections: 16) { fixture async throws in
            let board = ScoreFixture.board()
            let answers = try await withThrowingTaskGroup(of: (Int, AcceptedScore).self) { group in
                for number in 0..<240 {
                    for _ in 0..<(number % 3 == 0 ? 2 : 1) {
                        group.addTask {
                            let accepted = try await fixture.submit(
                                Int64(number), of: "user \(number % 8)", on: board,
                                action: ScoreFixture.action(number))
                            return (number, accepted)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let byAction = Dictionary(grouping: answers, by: \.0).mapValues { Set($0.map(\.1)) }
            #expect(byAction.values.allSatisfy { $0.count == 1 }, "both senders get the same answer")
            #expect(byAction.values.compactMap(\.first?.change).sorted() == Array(1...240))
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            for user in 0..<8 {
                let sum = (0..<240).filter { $0 % 8 == user }.reduce(0, +)
                #expect(
                    try await fixture.position(of: "user \(user)", on: list).score == Int64(sum))
            }
            try await checkTallies(fixture)
        }
    }

    @Test func versionsAndPeriodsAreListsOfTheirOwn() async throws {
        try await ScoreFixture.run { fixture async throws in
            let daily = HouseBoard(
                name: "race", title: "Race", rule: .sum, period: .daily(.utc),
                actions: [ActionType(name: "lap", points: .fixed(1))])
            let tomorrow = ScoreFixture.now + .hours(24)
            _ = try await fixture.submit(5, of: "ann", on: daily, action: ScoreFixture.action(1))
            let next = try await fixture.submit(
                3, of: "ann", on: daily, action: ScoreFixture.action(2), at: tomorrow)
            #expect(next == AcceptedScore(newScore: 3, place: 1, delta: 3, change: 1))
            let today = try await fixture.scores.list(of: daily, at: ScoreFixture.now)
            #expect(try await fixture.scores.top(of: today, limit: 10).entries.map(\.score) == [5])
        }
    }

    @Test func aTrailIsReadInPages() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            for number in 1...5 {
                _ = try await fixture.submit(
                    Int64(number), of: "ann", on: board, action: ScoreFixture.action(number),
                    at: ScoreFixture.now + .seconds(number / 2))
            }
            _ = try await fixture.submit(1, of: "bob", on: board, action: ScoreFixture.action(6))
            let first = try await fixture.scores.history(of: "ann", before: nil, limit: 3)
            #expect(first.map(\.points) == [5, 4, 3])
            let rest = try await fixture.scores.history(of: "ann", before: first.last?.action, limit: 3)
            #expect(rest.map(\.points) == [2, 1])
            #expect(rest.last?.oldScore == nil && rest.first?.oldScore == 1)
            let foreign = try await fixture.scores.history(of: "ann", before: ScoreFixture.action(6), limit: 3)
            #expect(foreign.isEmpty, "nothing is said of another's action")
        }
    }
}
