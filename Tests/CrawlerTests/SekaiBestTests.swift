import Rankings
import Testing

@testable import Crawler

private let upstream = SekaiBestUpstream(
    game: UpstreamFixture.game, region: "en", master: "https://master.example")
private let event = UpstreamFixture.event("131")

private func row(
    _ rank: Int, _ score: Int64, event: Int = 131, at time: String = "2024-06-01T03:00:00.000Z",
    user: String = "\"90071992547409931\""
) -> String {
    """
    {"id":1,"eventId":\(event),"timestamp":"\(time)","rank":\(rank),"score":\(score),"userId":\(user),\
    "userName":"P\(rank)","userCard":{},"userProfile":{},"userCheerfulCarnival":{},"userProfileHonors":[]}
    """
}

private func answer(_ elements: String...) -> String {
    #"{"status":"success","data":{"eventRankings":[\#(elements.joined(separator: ","))]}}"#
}

@Suite struct SekaiBestTests {
    @Test func oneAnswerShowsBothParts() throws {
        let shown = try #require(try upstream.shown(answer(row(200, 5), row(1, 90), row(100, 7)), event: event))
        #expect(
            shown
                == ShownBoard(
                    entries: [
                        Entry(rank: 1, player: PlayerID("90071992547409931"), name: "P1", score: 90),
                        Entry(rank: 100, player: PlayerID("90071992547409931"), name: "P100", score: 7),
                    ],
                    borders: [Border(rank: 100, score: 7), Border(rank: 200, score: 5)],
                    shownAt: Instant(unixSeconds: 1_717_210_800)))
    }

    @Test func rowsOfAnotherEventOrTimeAndListsWithinTheListAreLeftOut() throws {
        let body = answer(
            row(1, 80, at: "2024-06-01T02:59:00.000Z"), row(1, 90), row(2, 70, event: 130), "[\(row(3, 60))]",
            row(1, 70, at: "2024-06-01T02:58:00.000Z"))
        let shown = try #require(try upstream.shown(body, event: event))
        #expect(shown.entries?.map(\.score) == [90])
        #expect(shown.borders == nil)
        #expect(
            shown.dropped == [
                "of another event": 1, "a list within the list": 1, "of a rank shown twice: the newer counts": 2,
            ])
    }

    @Test(arguments: [
        (answer(row(1, 1, event: 132)), "shows event 132 in place of 131"),
        (answer(row(1, 1, user: "null")), "not understood: rank 1 lacks userId"),
        (answer(row(1, 1, at: "yesterday")), "not understood: .data.eventRankings[0].timestamp is corrupt"),
        (#"{"data":null}"#, "not understood: .data is null"), ("<html>", "not understood: not JSON"),
        (#"{"data":{"eventRankings":[{"rank":"1"}]}}"#, "not understood: .data.eventRankings[0] lacks eventId"),
        (answer(), "none"),
    ])
    func whatIsNoBoardSaysSo(body: String, expected: String) {
        #expect(problem { try upstream.shown(body, event: event) } == expected)
    }

    @Test func emptyAnswerShowsNothing() throws {
        #expect(try upstream.shown(answer(), event: event) == nil)
    }

    @Test func asksItsRegionAndAnotherServerForEvents() {
        #expect(
            upstream.rankingRequests(for: event, at: UpstreamFixture.slot).map(\.request.path)
                == ["/event/live?region=en"])
        #expect(
            upstream.eventRequests == [
                UpstreamRequest(path: "/events.json", elsewhere: "https://master.example"),
                UpstreamRequest(path: "/worldBlooms.json", elsewhere: "https://master.example"),
            ])
    }
}
