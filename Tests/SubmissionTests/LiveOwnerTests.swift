import HTTPTypes
import Rankings
import Scoring
import Storage
import TestSupport
import Testing

@testable import Submission

/// What those who watch with a token are told of themselves.
@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct LiveOwnerTests {
    private static func win(_ user: String, in house: ScoreHouse, on board: String = "race") async throws {
        let answer = try await house.update(try await house.begin("win", by: user, on: board), by: user)
        #expect(answer.status == 200)
    }

    private static func owner(_ subject: String, in house: ScoreHouse, on board: String = "race") -> LiveOwner {
        LiveOwner(
            submissions: house.submissions, board: board, user: ScoreUser(subject: subject, name: subject, avatar: nil))
    }

    @Test func nothingIsToldBeforeSomethingCountsAndAfterAnEvent() async throws {
        try await ScoreHouse.run { house async throws in
            let nobody = LiveOwner.Own(player: nil, entry: nil)
            #expect(try await Self.owner("ann", in: house).look().own == nobody)
            #expect(try LiveText.me(nobody, change: nil) == #"{"type":"me"}"#)
            try await Self.win("ann", in: house)
            let (own, position) = try await Self.owner("ann", in: house).look()
            #expect(own.entry?.score == 100 && own.entry?.player == own.player)
            #expect(position == LivePosition(period: "all", change: 1))
            let (past, of) = try await Self.owner("ann", in: house, on: "past").look()
            #expect(past == LiveOwner.Own(player: own.player, entry: nil) && of == nil)
        }
    }

    /// Others read the same list a moment before, and its answer is kept for a second.
    @Test func whatIsToldIsNotOlderThanTheChangeItIsToldAfter() async throws {
        try await ScoreHouse.run { house async throws in
            try await Self.win("ann", in: house)
            let ann = Self.owner("ann", in: house)
            let player = try #require(try await ann.look().own.player)
            let path = "/api/v1/scoreboard/top?board=race&around=\(player)&limit=1"
            let before = try await house.send(.get, path)
            try await Self.win("ann", in: house)
            #expect(try await house.send(.get, path).text == before.text)
            let (own, position) = try await ann.look()
            #expect(own.entry?.score == 200 && position?.change == 2)
        }
    }

    @Test func whoIsHiddenOrBannedHasNoEntryUntilTheyAreBack() async throws {
        try await ScoreHouse.run { house async throws in
            for user in ["bob", "ann"] { try await Self.win(user, in: house) }
            let (ann, bob) = (Self.owner("ann", in: house), Self.owner("bob", in: house))
            let player = try #require(try await ann.look().own.player)
            let unlisted = LiveOwner.Own(player: player, entry: nil)
            try await house.moderate("bob", .hide)
            #expect(try await ann.look().own.entry?.place == 1)
            try await house.moderate("ann", .hide)
            #expect(try await ann.look().own == unlisted)
            // What they do meanwhile counts, and is told of nowhere.
            try await Self.win("ann", in: house)
            #expect(try await ann.look().own == unlisted)
            try await house.moderate("ann", .restore)
            #expect(try await ann.look().own.entry?.score == 200)
            try await house.moderate("ann", .ban)
            #expect(try await ann.look().own == unlisted)
            try await house.moderate("ann", .unban)
            try await house.moderate("bob", .restore)
            #expect(try await ann.look().own.entry?.place == 1)
            #expect(try await bob.look().own.entry?.place == 2)
            try await house.moderate("ann", .rename, name: "somebody")
            #expect(try await ann.look().own.entry?.name == "somebody")
        }
    }

    /// Moderators' acts have numbers of their own: whoever follows looks again after each.
    @Test func theHeadMovesWithWhatNobodySees() async throws {
        try await ScoreHouse.run { house async throws in
            let board = try #require(house.live["race"])
            try await Self.win("ann", in: house)
            let (_, stream) = try await board.watch(from: nil)
            #expect(await board.head == LivePosition(period: "all", change: 1))
            try await house.moderate("ann", .hide)
            try await board.tell()
            #expect(await board.head == LivePosition(period: "all", change: 2))
            try await Self.win("ann", in: house)
            try await board.tell()
            #expect(await board.head == LivePosition(period: "all", change: 3))
            await board.close()
            var kinds: [LiveMessage.Kind] = []
            for await message in stream { kinds.append(message.kind) }
            #expect(kinds == [.snapshot, .snapshot, .pass])
        }
    }
}
