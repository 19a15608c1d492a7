import Rankings
import Scoring
import Storage
import TestSupport
import Testing

@Suite(.enabled(if: TestDatabase.isAvailable, "needs mariadbd"))
struct NameMaskTests {
    private static let game = GameID(rawValue: "sim")

    private static func names(_ fixture: StoreFixture, at minute: Int) async throws -> [String?] {
        try await fixture.standing(minute: minute).entries.map(\.name)
    }

    private static func mask(
        _ player: Pseudonym, _ kind: ModerationKind, name: String? = nil, in fixture: StoreFixture
    ) async throws {
        try await fixture.store.mask(
            PlayerOfGame(game: game, player: player), ModerationTests.order(kind, name: name))
    }

    @Test func aMaskIsShownWhereverNamesAreAndTakesNothingAway() async throws {
        try await StoreFixture.run { fixture async throws in
            try await fixture.record(minute: 0, entries: [entry("a", 9, rank: 1, name: "bad"), entry("b", 8, rank: 2)])
            try await fixture.record(
                minute: 1, entries: [entry("a", 10, rank: 1, name: "bad"), entry("b", 8, rank: 2)])
            let other = try await Self.names(fixture, at: 1)[1]
            let player = StoreFixture.key.pseudonym(of: PlayerID("a"), in: Self.game)
            try await Self.mask(player, .hide, in: fixture)
            #expect(try await Self.names(fixture, at: 0) == [nil, other])
            #expect(try await Self.names(fixture, at: 1) == [nil, other])
            try await Self.mask(player, .rename, name: "player 1", in: fixture)
            #expect(try await Self.names(fixture, at: 1) == ["player 1", other])
            let (first, last) = (StoreFixture.firstSlot, StoreFixture.firstSlot + 1)
            let series = try await fixture.store.playerSeries(
                of: fixture.board, player: player, from: first, through: last)
            #expect(series.points.compactMap(\.name).allSatisfy { $0 == "player 1" } && !series.points.isEmpty)
            let span = try await fixture.store.span(
                of: fixture.board, from: first, through: last, samples: [last])
            #expect(span.names[player] == "player 1")
            let moderated = try await fixture.store.moderatedPlayers()
            #expect(moderated.map(\.name) == ["player 1"] && moderated[0].game == "sim" && moderated[0].isRenamed)
            try await Self.mask(player, .restore, in: fixture)
            #expect(try await Self.names(fixture, at: 1) == ["bad", other])
            #expect(try await fixture.store.moderationActs(limit: 9).map(\.game) == ["sim", "sim", "sim"])
        }
    }

    @Test func nobodyIsBannedFromAGameThatIsAnothers() async throws {
        try await StoreFixture.run { fixture async throws in
            try await fixture.record(minute: 0, entries: [entry("a", 9, rank: 1)])
            let player = StoreFixture.key.pseudonym(of: PlayerID("a"), in: Self.game)
            await #expect(throws: StorageError.notOfCrawled("ban")) {
                try await Self.mask(player, .ban, in: fixture)
            }
            await #expect(throws: StorageError.unknownPlayer(Pseudonym(value: 5).description, game: "sim")) {
                try await Self.mask(Pseudonym(value: 5), .hide, in: fixture)
            }
            #expect(try await fixture.store.moderationActs(limit: 9).isEmpty)
        }
    }
}
