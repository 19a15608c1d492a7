import Foundation
import Rankings
import Testing

@testable import Crawler

struct HouseUpstreamTests {
    private static let upstream = HouseUpstream(game: GameID(rawValue: "arcade"))

    private static func list(_ id: String, starts: Int64 = 1_000, ends: Int64 = 2_000) -> HouseList {
        HouseList(
            id: id, title: "Race, 2026-W47", board: "race", isMonotone: true, scale: 10, starts: starts, ends: ends)
    }

    @Test func listsAreEvents() throws {
        let body = Array(try JSONEncoder().encode([Self.list("race-2026-w47")]))
        let event = try #require(try Self.upstream.events(from: [body]).first)
        #expect(event.id.rawValue == "arcade-race-2026-w47" && event.kind == "race")
        #expect(event.times.announces == event.times.ends && event.times.closes == event.times.ends + .hours(1))
        #expect(event.boards.map(\.rules) == [BoardRules(isMonotone: true, scale: 10)])
        let requests = Self.upstream.rankingRequests(for: event, at: Slot(unixMinute: 0))
        #expect(requests.map(\.request.path) == ["/lists/race-2026-w47"])
    }

    @Test func whatCannotBePublishedIsLeftOut() throws {
        let lists = [
            Self.list(String(repeating: "a", count: 80)), Self.list("Upper"), Self.list("a/b"),
            Self.list("a", starts: 2_000),
        ]
        #expect(try Self.upstream.events(from: [Array(try JSONEncoder().encode(lists))]).isEmpty)
    }

    @Test func aStandingHasBothParts() throws {
        let body = Array(try JSONEncoder().encode([Self.list("race")]))
        let event = try #require(try Self.upstream.events(from: [body]).first)
        let standing = HouseStanding(
            rows: [.init(rank: 1, player: "0123456789abcdef", name: "Ann 🦊", score: 90)],
            borders: [.init(rank: 200, score: 3)])
        let request = Self.upstream.rankingRequests(for: event, at: Slot(unixMinute: 0))[0]
        let shown = try Self.upstream.boards(
            in: Array(try JSONEncoder().encode(standing)), answering: request, event: event)
        let board = try #require(shown[BoardID(event: event.id, name: "main")])
        #expect(
            board.entries == [
                Entry(rank: 1, player: PlayerID("0123456789abcdef"), name: "Ann 🦊", score: 90)
            ])
        #expect(board.borders == [Border(rank: 200, score: 3)])
    }
}
