import MariaDB
import Rankings
import Scoring
import TestSupport
import Testing

@testable import Storage

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct ModerationTests {
    static func order(
        _ kind: ModerationKind, board: String? = nil, name: String? = nil, at instant: Instant = ScoreFixture.now
    ) -> ModerationOrder {
        ModerationOrder(kind: kind, board: board, name: name, actor: "mo", reason: "because", at: instant)
    }

    private static func moderate(
        _ subject: String, _ kind: ModerationKind, board: String? = nil, name: String? = nil, in fixture: ScoreFixture
    ) async throws -> Int {
        let user = try await fixture.store.houseUser(subject)
        return try await fixture.store.moderate(user, order(kind, board: board, name: name))
    }

    private static func shown(_ fixture: ScoreFixture, on board: HouseBoard) async throws -> [String] {
        let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
        let top = try await fixture.scores.top(of: list, limit: 100)
        return top.entries.map { "\($0.place) \($0.name) \($0.score)" }
    }

    @Test func whoIsHiddenCountsInNobodysPlaceAndComesBack() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            for (number, user) in ["ann", "bob", "cat"].enumerated() {
                _ = try await fixture.submit(
                    Int64(30 - number), of: user, on: board, action: ScoreFixture.action(number))
            }
            #expect(try await Self.moderate("ann", .hide, board: "race", in: fixture) == 1)
            #expect(try await Self.moderate("ann", .hide, board: "race", in: fixture) == 0)
            #expect(try await Self.shown(fixture, on: board) == ["1 name of bob 29", "2 name of cat 28"])
            // Hidden, she goes on: nobody's place is another for it, and hers is what it would be.
            let unseen = try await fixture.submit(5, of: "ann", on: board, action: ScoreFixture.action(10))
            #expect(unseen == AcceptedScore(newScore: 35, place: 1, delta: 5, change: 5))
            let seen = try await fixture.submit(1, of: "cat", on: board, action: ScoreFixture.action(11))
            #expect(seen.place == 2)
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let player = try await fixture.store.houseUser("ann").player
            #expect(try await fixture.scores.around(player, on: list, limit: 3) == nil)
            let changes = try await fixture.scores.changes(of: list, after: 3, limit: 10)
            #expect(changes.map(\.number) == [4, 5, 6])
            #expect(changes[0] == .revision(4) && changes[1] == .unseen(5) && changes[2].delta == 1)
            #expect(try await Self.moderate("ann", .restore, in: fixture) == 1)
            #expect(try await Self.shown(fixture, on: board).first == "1 name of ann 35")
            let around = try await fixture.scores.around(player, on: list, limit: 3)
            #expect(around?.entries.map(\.name) == ["name of ann", "name of bob", "name of cat"])
            let acts = try await fixture.store.moderationActs(limit: 2)
            #expect(acts.map(\.kind) == [.restore, .hide] && acts[0].actor == "mo" && acts[0].reason == "because")
        }
    }

    /// Places come from counts of players by score: they must be those of a sorted list whoever is hidden.
    @Test(arguments: [TieRule.earliestFirst, .shared])
    func everyPlaceIsThatOfASortedListWhateverModeratorsDo(ties: TieRule) async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board(rule: .last, ties: ties)
            var random = SplitMix(state: 11)
            var scores: [String: (score: Int64, reached: Int64)] = [:]
            var hidden: Set<String> = []
            for number in 1...150 {
                let user = "u\(Int.random(in: 0..<8, using: &random))"
                if scores[user] != nil, Int.random(in: 0..<4, using: &random) == 0 {
                    let hides = Bool.random(using: &random)
                    _ = try await Self.moderate(user, hides ? .hide : .restore, in: fixture)
                    if hides { hidden.insert(user) } else { hidden.remove(user) }
                    continue
                }
                let points = Int64([1, 2, 300, 70_000, 70_001].randomElement(using: &random) ?? 0)
                let accepted = try await fixture.submit(
                    points, of: user, on: board, action: ScoreFixture.action(number))
                let reached = scores[user]?.score == points ? scores[user]?.reached : accepted.change
                scores[user] = (points, reached ?? 0)
                let own = try #require(scores[user])
                let better = scores.filter { other, it in
                    guard other != user, !hidden.contains(other) else { return false }
                    return it.score > own.score
                        || (ties == .earliestFirst && it.score == own.score && it.reached < own.reached)
                }
                #expect(accepted.place == better.count + 1)
            }
            let shown = try await Self.shown(fixture, on: board)
            #expect(shown.count == scores.count - hidden.count && !hidden.isEmpty)
            let tallied = "SELECT CAST(SUM(players) AS SIGNED) FROM score_tally WHERE shift = 0"
            #expect(try await fixture.count(tallied) == shown.count)
        }
    }

    @Test func whoeverIsHiddenBeforeTheyPlayIsNotSeen() async throws {
        try await ScoreFixture.run { fixture async throws in
            let (board, other) = (ScoreFixture.board(), ScoreFixture.board("other"))
            _ = try await fixture.submit(1, of: "ann", on: other, action: ScoreFixture.action(1))
            #expect(try await Self.moderate("ann", .hide, board: "race", in: fixture) == 0)
            _ = try await fixture.submit(1, of: "ann", on: board, action: ScoreFixture.action(2))
            _ = try await fixture.submit(2, of: "ann", on: board, action: ScoreFixture.action(3))
            #expect(try await Self.shown(fixture, on: board).isEmpty)
            #expect(try await Self.shown(fixture, on: other).count == 1)
            #expect(try await fixture.count("SELECT COUNT(*) FROM score_tally WHERE board_id = 2") == 0)
        }
    }

    @Test func oneBoardIsNotRestoredOfWhomAllAreHidden() async throws {
        try await ScoreFixture.run { fixture async throws in
            _ = try await fixture.submit(1, of: "ann", on: ScoreFixture.board(), action: ScoreFixture.action(1))
            _ = try await Self.moderate("ann", .hide, in: fixture)
            let player = try await fixture.store.houseUser("ann").player.description
            await #expect(throws: StorageError.hiddenEverywhere(player)) {
                try await Self.moderate("ann", .restore, board: "race", in: fixture)
            }
            #expect(try await fixture.store.moderationActs(limit: 10).count == 1)
            let moderated = try await fixture.store.moderatedPlayers()
            #expect(moderated.map(\.hiddenOn) == [[""]] && moderated[0].player.description == player)
            await #expect(throws: StorageError.unknownUser("nobody")) {
                try await fixture.store.houseUser("nobody")
            }
        }
    }

    @Test func aBanHidesAndIsKnownWhenAnActionIsJudged() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            _ = try await fixture.submit(1, of: "ann", on: board, action: ScoreFixture.action(1))
            let list = try await fixture.scores.list(of: board, at: ScoreFixture.now)
            let before = try await fixture.position(of: "ann", on: list)
            _ = try await Self.moderate("ann", .ban, in: fixture)
            #expect(try await fixture.position(of: "ann", on: list).isBanned)
            #expect(try await Self.shown(fixture, on: board).isEmpty)
            // What was decided upon before the ban is not written down.
            let late = ScoreSubmission(
                list: list, user: ScoreFixture.user("ann"), newPlayer: Pseudonym(value: 1),
                action: ScoreFixture.action(2), type: "lap", value: 1, points: 1, newScore: 2, begun: ScoreFixture.now,
                accepted: ScoreFixture.now)
            #expect(try await fixture.accept(late, at: before) == nil)
            let limit = RateLimit(perHour: 10, atOnce: 1, block: .seconds(1))
            let digest = Array(repeating: UInt8(1), count: 16)
            #expect(
                try await fixture.scores.admit(
                    subject: "ann", user: digest, limit, sender: digest, limit, now: ScoreFixture.now) == .banned)
            _ = try await Self.moderate("ann", .unban, in: fixture)
            #expect(try await Self.shown(fixture, on: board) == ["1 name of ann 1"])
        }
    }

    @Test func aNameThatAModeratorGaveStaysWhateverTheTokenSays() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            _ = try await fixture.submit(1, of: "ann", on: board, action: ScoreFixture.action(1))
            #expect(try await Self.moderate("ann", .rename, name: "player 7", in: fixture) == 1)
            _ = try await fixture.submit(1, of: "ann", on: board, action: ScoreFixture.action(2))
            #expect(try await Self.shown(fixture, on: board) == ["1 player 7 2"])
            _ = try await Self.moderate("ann", .rename, in: fixture)
            #expect(try await Self.shown(fixture, on: board) == ["1 name of ann 2"])
        }
    }

    @Test func whatIsOddIsFlaggedUntilSomebodyLooks() async throws {
        try await ScoreFixture.run { fixture async throws in
            let board = ScoreFixture.board()
            var thresholds = AnomalyThresholds()
            thresholds.actionsPerHour = 8
            for number in 1...7 {
                _ = try await fixture.submit(10, of: "ann", on: board, action: ScoreFixture.action(number))
                _ = try await fixture.submit(10, of: "bob", on: board, action: ScoreFixture.action(100 + number))
            }
            try await fixture.store.review(by: thresholds, now: ScoreFixture.now)
            #expect(try await fixture.store.openFlags(limit: 10).isEmpty)
            _ = try await fixture.submit(99, of: "ann", on: board, action: ScoreFixture.action(50))
            _ = try await fixture.submit(100, of: "bob", on: board, action: ScoreFixture.action(150))
            for _ in 1...5 {
                _ = try await fixture.scores.note(
                    .impossiblePace, of: "bob", board: "race", type: "lap", value: 9, now: ScoreFixture.now)
            }
            try await fixture.store.review(by: thresholds, now: ScoreFixture.now)
            try await fixture.store.review(by: thresholds, now: ScoreFixture.now)
            let flags = try await fixture.store.openFlags(limit: 10)
            let found = Set(flags.map { "\($0.name): \($0.kind.rawValue) \($0.measure)" })
            #expect(
                found == [
                    "name of ann: rate 8", "name of bob: rate 8", "name of bob: jump 10", "name of bob: pace 5",
                ])
            _ = try await Self.moderate("bob", .dismiss, in: fixture)
            #expect(try await fixture.store.openFlags(limit: 10).map(\.name) == ["name of ann"])
        }
    }
}
