import Rankings
import TestSupport
import Testing

@testable import Crawler

/// Whatever an upstream sends, an adapter answers or refuses: nothing traps.
@Suite struct AnswerMutationTests {
    private static let mapped = MappedUpstream(
        game: UpstreamFixture.game, boards: [.main], ranks: [],
        requests: [
            MappedRequest(
                path: PathTemplate("/"), parts: [.entries, .borders], rows: JSONPath("r"), rank: JSONPath("k"),
                score: JSONPath("s"), player: JSONPath("p"), rowTime: JSONPath("t"), timeFormat: .unixSeconds)
        ],
        events: MappedEvents(
            path: "/", rows: JSONPath("e"), id: JSONPath("i"), name: JSONPath("n"), starts: JSONPath("s"),
            ends: JSONPath("t"), timeFormat: .unixMilliseconds, isEndIncluded: true))

    /// An adapter, good answers to its list of events, and a good answer to its first request.
    private static let cases: [(any Upstream, [String], String)] = [
        (
            GameServerUpstream(game: UpstreamFixture.game, user: "1"),
            [
                """
                [{"id":1,"eventType":"m","name":"n","startAt":1,"aggregateAt":1999,"rankingAnnounceAt":3000,
                "closedAt":4000}]
                """,
                #"[{"eventId":1,"chapterNo":1,"chapterStartAt":1,"aggregateAt":1999,"chapterEndAt":2000}]"#,
            ],
            #"{"isEventAggregate":false,"rankings":[{"rank":1,"score":5,"userId":7,"name":"a"}]}"#
        ),
        (
            BestdoriUpstream(game: UpstreamFixture.game, server: .jp, tiers: [1]),
            [#"{"1":{"eventType":"v","eventName":["n"],"startAt":["1000"],"endAt":["2999"]}}"#],
            """
            {"points":[{"time":1000,"uid":1,"value":5},{"time":1000,"uid":2,"value":4}],
            "users":[{"uid":1,"name":"a"}]}
            """
        ),
        (mapped, [#"{"e":[{"i":1,"n":"x","s":1000,"t":2999}]}"#], #"{"r":[{"k":1,"s":5,"p":7,"t":1.5}]}"#),
    ]

    @Test func nothingTraps() {
        let pieces = ["9223372036854775807", "-9223372036854775808", "1e300", "-1", "null", "[", "}", "\"", ",", "{}"]
        var random = SplitMix(state: 11)
        var understood = 0
        let event = UpstreamFixture.event("1")
        for (upstream, lists, answer) in Self.cases {
            for _ in 0..<3000 {
                func changed(_ text: String) -> [UInt8] {
                    var bytes = Array(text.utf8)
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    let digits = bytes[place...].prefix { (0x30...0x39).contains($0) }
                    let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
                    bytes.replaceSubrange(digits.isEmpty ? place..<place + 1 : digits.indices, with: Array(piece.utf8))
                    return bytes
                }
                let request = upstream.rankingRequests(for: event, at: UpstreamFixture.slot)[0]
                let bodies = lists.map(changed)
                let body = changed(answer)
                if problem({ try upstream.events(from: bodies) }) == "none" { understood += 1 }
                if problem({ try upstream.boards(in: body, answering: request, event: event) }) == "none" {
                    understood += 1
                }
            }
        }
        #expect((1000..<18_000).contains(understood))
    }

    @Test func timesBeyondAllYearsAreTheLastOfThem() {
        #expect(Instant(upstreamMilliseconds: .max).afterLastCounted == Instant(unixSeconds: 253_402_300_800))
        #expect(Instant(upstreamMilliseconds: .min) == Instant(unixSeconds: 0))
    }
}
