import Rankings
import Testing

@testable import Crawler

private let list = MappedEvents(
    path: "/events", rows: JSONPath("events"), id: JSONPath("@key"), name: JSONPath("title"), kind: JSONPath("type"),
    starts: JSONPath("from"), ends: JSONPath("to"), announces: JSONPath("result"), closes: JSONPath("close"),
    timeFormat: .unixSeconds, isEndIncluded: true)

private func events(_ body: String, _ list: MappedEvents = list) throws -> [Event] {
    let board = StandardBoard(name: "main", title: "All", rules: BoardRules(scale: 10))
    return try MappedUpstream(
        game: UpstreamFixture.game, boards: [board], ranks: [], requests: [], events: list
    ).events(from: [UpstreamFixture.bytes(body)])
}

@Suite struct MappedEventsTests {
    @Test func listIsReadAsDescribed() throws {
        let found = try events(
            """
            {"events":{"A1":{"title":"First","type":"race","from":1000,"to":1999,"result":2100,"close":3000},
            "b":{"title":"Second","from":5000,"to":5999},"c":{"title":"Third","from":9000,"to":8000},
            "d/e":{"title":"No path","from":5000,"to":5999},"f":{"title":"No time","from":5000}}}
            """)
        #expect(found.map(\.id.rawValue) == ["game-a1", "game-b"])
        #expect(found.map(\.upstreamID) == ["A1", "b"])
        #expect(found.map(\.kind) == ["race", "event"])
        #expect(
            found[0].times
                == EventTimes(
                    starts: Instant(unixSeconds: 1000), ends: Instant(unixSeconds: 2000),
                    announces: Instant(unixSeconds: 2100), closes: Instant(unixSeconds: 3000)))
        #expect(found[1].times.closes == Instant(unixSeconds: 6000))
        #expect(found[0].boards.map(\.rules.scale) == [10])
    }

    @Test func textsAreCutToWhatIsKeptAndLongIdsLeftOut() throws {
        let long = String(repeating: "長", count: 1000)
        func row(_ id: String) -> String { #""\#(id)":{"title":"\#(long)","type":"\#(long)","from":1,"to":2}"# }
        let ids = [String(repeating: "a", count: 64), String(repeating: "b", count: 65), "..", "a b", ""]
        let found = try events(#"{"events":{\#(ids.map(row).joined(separator: ","))}}"#)
        #expect(found.map(\.upstreamID) == [ids[0]])
        #expect(found[0].name.count == 255 && found[0].kind.count == 64)
    }

    @Test(arguments: [
        (#"{"events":[]}"#, "none"), (#"{"events":null}"#, "not understood: no list at events"),
        (#"{"events":{"1":{"from":1}}}"#, "not understood: an event lacks a name at title"),
        (
            #"{"events":{"1":{"title":"x","from":"soon"}}}"#,
            "not understood: an event lacks a time (unix-seconds) at from"
        ),
        (
            #"{"events":{"1":{"title":"x","from":9,"to":1}}}"#,
            "not understood: an event lacks times in their order"
        ),
        (#"{"events":[{"title":"x"}]}"#, "not understood: an event lacks an id at @key"),
    ])
    func whatIsMissingIsNamed(body: String, expected: String) {
        #expect(problem { try events(body) } == expected)
    }

    @Test func configuredEventsTakeThePlaceOfTheList() throws {
        let own = UpstreamFixture.event("9")
        let upstream = ConfiguredEvents(
            HisekaiUpstream(game: UpstreamFixture.game, region: "jp"), events: [own])
        #expect(upstream.eventRequests.isEmpty)
        #expect(try upstream.events(from: []) == [own])
        #expect(upstream.rankingRequests(for: own, at: UpstreamFixture.slot).count == 2)
    }
}
