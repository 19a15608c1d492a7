import Rankings
import Testing

@testable import Crawler

private let upstream = MatsurihiUpstream(
    game: UpstreamFixture.game, boards: MatsurihiList.allCases.map(\.standardBoard), ranks: [100, 2500])
private let event = UpstreamFixture.event("42", boards: MatsurihiList.allCases.map(\.standardBoard))

@Suite struct MatsurihiTests {
    @Test func eventsHaveABoardForEachRanking() throws {
        let body = """
            [{"id":42,"type":3,"appealType":0,"name":"T","schedule":{"beginAt":"2024-06-01T15:00:00+09:00",
            "endAt":"2024-06-08T20:59:59+09:00","boostBeginAt":"2024-06-05T00:00:00+09:00","boostEndAt":null}},
            {"id":43,"type":4,"name":"unset","schedule":{"beginAt":null,"endAt":null}}]
            """
        let events = try upstream.events(from: [UpstreamFixture.bytes(body)])
        #expect(events.map(\.upstreamID) == ["42"])
        #expect(events[0].kind == "type-3")
        #expect(events[0].times.starts == Instant("2024-06-01T06:00:00Z"))
        #expect(events[0].times.ends == Instant("2024-06-08T12:00:00Z"))
        #expect(events[0].boards.map(\.id.name) == ["main", "high-score", "lounge-point"])
        #expect(events[0].boards.map(\.rules.isMonotone) == [true, true, false])
    }

    @Test func oneRequestForEachBoardAsksForTheLastDay() {
        let requests = upstream.rankingRequests(for: event, at: UpstreamFixture.slot)
        #expect(UpstreamFixture.slot.description == "2025-11-18T00:21:00Z")
        #expect(
            requests.map(\.request.path) == [
                "/events/42/rankings/eventPoint/logs/100,2500?since=2025-11-17T00:00:00Z",
                "/events/42/rankings/highScore/logs/100,2500?since=2025-11-17T00:00:00Z",
                "/events/42/rankings/loungePoint/logs/100,2500?since=2025-11-17T00:00:00Z",
            ])
        #expect(requests.allSatisfy { $0.parts == [.borders] && $0.boards?.count == 1 })
    }

    @Test func newestScoreOfEachRankIsItsBorder() throws {
        let body = """
            [{"rank":100,"data":[{"score":500,"aggregatedAt":"2024-06-02T10:30:00+09:00"},
            {"score":600,"aggregatedAt":"2024-06-02T11:00:00+09:00"}]},
            {"rank":2500,"data":[{"score":70,"aggregatedAt":"2024-06-02T10:30:00+09:00"}]},{"rank":50000,"data":[]}]
            """
        let shown = try upstream.shown(body, request: 1, event: event, board: "high-score")
        #expect(
            shown
                == ShownBoard(
                    borders: [Border(rank: 100, score: 600), Border(rank: 2500, score: 70)],
                    shownAt: Instant("2024-06-02T02:00:00Z"), dropped: ["of a rank without scores": 1]))
    }

    @Test(arguments: ["[]", #"[{"rank":100,"data":[]}]"#]) func noScoresShowNothing(body: String) throws {
        #expect(try upstream.shown(body, event: event) == nil)
    }

    @Test func boardsOfAnotherNameAreNotAskedFor() {
        let other = UpstreamFixture.event("42", boards: [StandardBoard(name: "idol-point", title: "Idol")])
        #expect(upstream.rankingRequests(for: other, at: UpstreamFixture.slot).isEmpty)
    }
}
