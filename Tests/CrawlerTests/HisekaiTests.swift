import Rankings
import Testing

@testable import Crawler

private let upstream = HisekaiUpstream(game: UpstreamFixture.game, region: "tw")
private let event = UpstreamFixture.event("88")
private let head = #""name":"E","start_at":"2024-06-01T06:00:00Z","aggregate_at":"2024-06-08T11:59:59Z""#
private let times = #"\#(head),"closed_at":"2024-06-10T06:00:00Z","ranking_announce_at":"2024-06-08T12:10:00Z""#

private func player(_ rank: Int, id: String) -> String {
    """
    {"rank":\(rank),"name":"P","score":\(1000 - rank),"last_played_at":"2024-06-02T00:00:00Z",\
    "last_1h_stats":{"count":20,"score":0,"speed":0,"average":0},"last_3h_stats":{},"last_24h_stats":{},\
    "last_player_info":{"card":{"id":1,"level":60},"profile":{"id":\(id),"word":"","twitter_id":""}}}
    """
}

private func top(_ players: String, event: Int = 88) -> String {
    #"{"id":\#(event),\#(times),"top_100_player_rankings":[\#(players)]}"#
}

@Suite struct HisekaiTests {
    @Test func requestsNameTheRegion() {
        #expect(upstream.eventRequests.map(\.path) == ["/tw/event/list"])
        #expect(
            upstream.rankingRequests(for: event, at: UpstreamFixture.slot).map(\.request.path)
                == ["/tw/event/live/top100", "/tw/event/live/border"])
        let jp = HisekaiUpstream(game: UpstreamFixture.game, region: "jp")
        #expect(jp.eventRequests.map(\.path) == ["/event/list"])
    }

    @Test func listGivesTimesAndLeavesOutWhatIsNotSettled() throws {
        let unsettled = times.replacing("2024-06-08T11", with: "2024-05-08T11")
        let body = #"[{"id":87,\#(unsettled)},{"id":88,\#(times)}]"#
        let events = try upstream.events(from: [UpstreamFixture.bytes(body)])
        #expect(events.map(\.id.rawValue) == ["game-88"])
        #expect(events[0].times.ends == Instant("2024-06-08T12:00:00Z"))
        #expect(events[0].times.announces == Instant("2024-06-08T12:10:00Z"))
        #expect(events[0].boards.map(\.id.name) == ["main"])
    }

    @Test func playersKeepIdsBeyond2To53AsNumbersOrText() throws {
        let players = [player(1, id: "9007199254740993"), player(2, id: "\"9007199254740995\"")]
        let shown = try upstream.shown(top(players.joined(separator: ",")), event: event)
        #expect(shown?.entries?.map(\.player) == [PlayerID("9007199254740993"), PlayerID("9007199254740995")])
        #expect(shown?.borders == nil && shown?.shownAt == nil)
    }

    @Test func bordersAreTheOtherAnswer() throws {
        let body = #"{"id":88,"name":"E","border_player_rankings":[\#(player(200, id: "1")),\#(player(300, id: "2"))]}"#
        let shown = try upstream.shown(body, request: 1, event: event)
        #expect(shown == ShownBoard(borders: [Border(rank: 200, score: 800), Border(rank: 300, score: 700)]))
    }

    @Test(arguments: [
        (top("", event: 89), "shows event 89 in place of 88"),
        (top(player(1, id: "null")), "not understood: .top_100_player_rankings[0].last_player_info.profile lacks id"),
        (top(#"{"rank":1}"#), "not understood: .top_100_player_rankings[0] lacks score"),
    ])
    func whatIsNoBoardSaysSo(body: String, expected: String) {
        #expect(problem { try upstream.shown(body, event: event) } == expected)
    }
}
