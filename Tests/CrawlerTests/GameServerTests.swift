import Rankings
import Testing

@testable import Crawler

private let upstream = GameServerUpstream(game: GameID(rawValue: "sekai-jp"), user: "42")

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private let events = """
    [{"id":214,"eventType":"world_bloom","name":"花","startAt":1743314400000,"aggregateAt":1744113599000,
    "rankingAnnounceAt":1744114200000,"closedAt":1744264800000,"unknown":{"a":1}},
    {"id":215,"eventType":"marathon","name":"broken","startAt":1743314400000,"aggregateAt":1743314000000,
    "rankingAnnounceAt":1744114200000,"closedAt":1744264800000}]
    """
private let chapters = """
    [{"id":2,"eventId":214,"chapterNo":2,"chapterStartAt":1743400800000,"aggregateAt":1744113599000,
    "chapterEndAt":1744113600000},
    {"id":1,"eventId":214,"gameCharacterId":7,"chapterNo":1,"chapterStartAt":1743314400000,
    "aggregateAt":1743400799000,"chapterEndAt":1743400800000}]
    """
private let user = """
    {"userId":100000000000000001,"score":89688280,"rank":1,"isOwn":false,"name":"PLAYER","userCard":{"cardId":1404},
    "userProfile":{"userId":100000000000000001,"word":"…"},"userCheerfulCarnival":{},"userPlayerFrames":[]}
    """

@Suite struct GameServerTests {
    private let event: Event

    private var top: RankingRequest { upstream.rankingRequests(for: event, at: Slot(unixMinute: 29_000_000))[0] }
    private var low: RankingRequest { upstream.rankingRequests(for: event, at: Slot(unixMinute: 29_000_000))[1] }

    init() throws { event = try upstream.events(from: [bytes(events), bytes(chapters)])[0] }

    @Test func eventListGivesTimesAndChaptersInOrder() throws {
        #expect(event.id.rawValue == "sekai-jp-214")
        #expect(event.times.ends == Instant(unixSeconds: 1_744_113_600))
        #expect(event.times.announces == Instant(unixSeconds: 1_744_114_200))
        #expect(event.boards.map(\.id.name) == ["main", "chapter-7", "chapter-finale"])
        #expect(event.boards[1].times.ends == Instant(unixSeconds: 1_743_400_800))
        #expect(event.boards[1].times.announces == Instant(unixSeconds: 1_743_401_400))
        #expect(event.boards[1].times.closes == event.times.closes)
    }

    @Test func eventWithTimesOutOfOrderIsLeftOut() throws {
        #expect(try upstream.events(from: [bytes(events), bytes(chapters)]).map(\.upstreamID) == ["214"])
    }

    @Test func requestsNameTheUserAndTheEvent() {
        let requests = upstream.rankingRequests(for: event, at: Slot(unixMinute: 29_000_000))
        #expect(
            requests.map(\.request.path) == [
                "/api/user/42/event/214/ranking?rankingViewType=top100",
                "/api/event/214/ranking-border",
            ])
    }

    @Test func masterDataMayBeElsewhere() {
        #expect(upstream.eventRequests.map(\.path) == ["/master/events.json", "/master/worldBlooms.json"])
        let other = GameServerUpstream(game: GameID(rawValue: "g"), user: "1", master: "https://master.example/jp")
        #expect(other.eventRequests.map(\.elsewhere) == ["https://master.example/jp", "https://master.example/jp"])
        #expect(other.eventRequests.map(\.path) == ["/events.json", "/worldBlooms.json"])
    }

    @Test func topHundredKeepsIdsBeyond2To53() throws {
        let body = """
            {"isEventAggregate":false,"rankings":[\(user)],"userRankingStatus":"normal","userWorldBloomChapterRankings":
            [{"eventId":214,"gameCharacterId":7,"isWorldBloomChapterAggregate":true,"rankings":[]},
            {"eventId":214,"isWorldBloomChapterAggregate":false,"rankings":[\(user)]}]}
            """
        let boards = try upstream.boards(in: bytes(body), answering: top, event: event)
        let shown = Entry(rank: 1, player: PlayerID("100000000000000001"), name: "PLAYER", score: 89_688_280)
        #expect(boards[BoardID(event: event.id, name: "main")] == ShownBoard(entries: [shown]))
        #expect(boards[BoardID(event: event.id, name: "chapter-7")] == .counting)
        #expect(boards[BoardID(event: event.id, name: "chapter-finale")] == ShownBoard(entries: [shown]))
    }

    @Test func bordersBelongToTheEventAskedFor() throws {
        func body(_ id: Int) -> [UInt8] {
            bytes(#"{"eventId":\#(id),"isEventAggregate":false,"borderRankings":[\#(user)]}"#)
        }
        let boards = try upstream.boards(in: body(214), answering: low, event: event)
        let shown = ShownBoard(borders: [Border(rank: 1, score: 89_688_280)])
        #expect(boards[BoardID(event: event.id, name: "main")] == shown)
        #expect { try upstream.boards(in: body(213), answering: low, event: event) } throws: { error in
            "\(error)" == "shows event 213 in place of 214"
        }
    }

    @Test(arguments: [
        ("", "not understood: not JSON"), ("<xml>", "not understood: not JSON"),
        (#"{"isEventAggregate":false,"rankings":[{"rank":1}"#, "not understood: not JSON"),
        (#"{"isEventAggregate":false}"#, "not understood: the document lacks rankings"),
        (
            #"{"isEventAggregate":false,"rankings":[{"rank":"x","score":1}]}"#,
            "not understood: .rankings[0].rank has another type"
        ),
        (#"{"isEventAggregate":false,"rankings":[{"rank":1,"score":1}]}"#, "not understood: .rankings[0] lacks userId"),
    ])
    func malformedBodyNamesThePlace(body: String, problem: String) {
        #expect { try upstream.boards(in: bytes(body), answering: top, event: event) } throws: { "\($0)" == problem }
    }
}
