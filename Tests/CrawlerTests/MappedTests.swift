import FoundationEssentials
import Rankings
import Testing

@testable import Crawler

private let event = UpstreamFixture.event("7")

private func mapped(
    _ request: MappedRequest, ranks: [Int] = [], events: MappedEvents? = nil,
    boards: [StandardBoard] = [.main]
) -> MappedUpstream {
    MappedUpstream(game: UpstreamFixture.game, boards: boards, ranks: ranks, requests: [request], events: events)
}

private let top = MappedRequest(
    path: PathTemplate("/e/{event}/top"), parts: [.entries], rows: JSONPath("data.rows"), rank: JSONPath("place"),
    score: JSONPath("point.total"), player: JSONPath("user.id"), name: JSONPath("user.nick"),
    time: JSONPath("data.at"), timeFormat: .unixSeconds, event: JSONPath("data.event"))

@Suite struct MappedTests {
    @Test func pathsLeadToEveryField() throws {
        let body = """
            {"data":{"event":7,"at":1717210800.5,"rows":[
            {"place":2,"point":{"total":"900"},"user":{"id":18446744073709551615,"nick":"b"}},
            {"place":"1","point":{"total":9007199254740993},"user":{"id":"a","nick":null}}]}}
            """
        #expect(
            try mapped(top).shown(body, event: event)
                == ShownBoard(
                    entries: [
                        Entry(rank: 1, player: PlayerID("a"), name: "", score: 9_007_199_254_740_993),
                        Entry(rank: 2, player: PlayerID("18446744073709551615"), name: "b", score: 900),
                    ],
                    shownAt: Instant(unixMilliseconds: 1_717_210_800_500)))
    }

    @Test func oneRequestForEachRankShowsOneBorder() throws {
        let request = MappedRequest(
            path: PathTemplate("/e/{event}/border?rank={rank}&at={unix}"), parts: [.borders], score: JSONPath("score"))
        let upstream = mapped(request, ranks: [100, 1000])
        #expect(
            upstream.rankingRequests(for: UpstreamFixture.event("é/1"), at: UpstreamFixture.slot).map(\.request.path)
                == ["/e/%C3%A9%2F1/border?rank=100&at=1763425260", "/e/%C3%A9%2F1/border?rank=1000&at=1763425260"])
        let shown = try upstream.shown(#"{"score":5}"#, request: 1, event: event)
        #expect(shown == ShownBoard(borders: [Border(rank: 1000, score: 5)]))
    }

    @Test func ofAHistoryOnlyTheNewestRowCounts() throws {
        let request = MappedRequest(
            path: PathTemplate("/{rank}"), parts: [.borders], rows: JSONPath("cutoffs"), score: JSONPath("ep"),
            rowTime: JSONPath("time"), timeFormat: .unixMilliseconds)
        let body = #"{"cutoffs":[{"time":2000,"ep":7},{"time":3000,"ep":9},{"time":1000,"ep":5},{"ep":1}]}"#
        let shown = try mapped(request, ranks: [500]).shown(body, event: event)
        #expect(shown?.borders == [Border(rank: 500, score: 9)])
        #expect(shown?.shownAt == Instant(unixSeconds: 3))
        #expect(shown?.dropped == ["of an older time": 2, "without a time at time": 1])
    }

    @Test func bothPartsPartAtTheLastEntry() throws {
        let request = MappedRequest(
            path: PathTemplate("/"), parts: [.entries, .borders], rank: JSONPath("0"), score: JSONPath("1"),
            player: JSONPath("2"), lastEntry: 2)
        let shown = try mapped(request).shown(#"[[1,30,"a"],[2,20,"b"],[3,10],[50,5,"x"]]"#, event: event)
        #expect(shown?.entries?.map(\.rank) == [1, 2])
        #expect(shown?.borders == [2, 3, 50].map { Border(rank: $0, score: [2: 20, 3: 10, 50: 5][$0] ?? 0) })
    }

    @Test func rowsMayBeAnObjectWhoseKeysSaySomething() throws {
        let request = MappedRequest(
            path: PathTemplate("/"), parts: [.borders], rows: JSONPath("lines"), rank: JSONPath("@key"),
            score: JSONPath("ep"))
        let shown = try mapped(request).shown(#"{"lines":{"1000":{"ep":5},"200":{"ep":9}}}"#, event: event)
        #expect(shown?.borders == [Border(rank: 200, score: 9), Border(rank: 1000, score: 5)])
    }

    @Test func rowsWithoutRanksAreInOrder() throws {
        let request = MappedRequest(
            path: PathTemplate("/"), parts: [.entries], score: JSONPath("s"), player: JSONPath("p"))
        let shown = try mapped(request).shown(#"[{"s":9,"p":1},{"s":null,"p":2},{"s":7},{"s":5,"p":3}]"#, event: event)
        #expect(shown?.entries?.map(\.rank) == [1, 4])
        #expect(shown?.dropped == ["without a number at s": 1, "without a player": 1])
    }

    @Test(
        arguments: [
            ("12.5", 1250), ("\"12.50\"", 1250), ("12", 1200), ("0.01", 1), ("-3", -300), ("12.345", nil),
            ("\"1e2\"", nil),
            ("\"12,5\"", nil), ("true", nil), ("92233720368547758.07", Int64.max), ("92233720368547758.08", nil),
        ] as [(String, Int64?)])
    func scoresAreCountedInPartsOfAPoint(score: String, expected: Int64?) throws {
        let board = StandardBoard(name: "main", title: "", rules: BoardRules(scale: 100))
        let request = MappedRequest(
            path: PathTemplate("/"), parts: [.borders], rank: JSONPath("r"), score: JSONPath("s"))
        let body = #"[{"r":1,"s":\#(score)},{"r":2,"s":0}]"#
        let shown = try mapped(request, boards: [board]).shown(
            body, event: UpstreamFixture.event("7", boards: [board]))
        #expect(shown?.borders?.first { $0.rank == 1 }?.score == expected)
    }

    @Test func rowsOfAnotherEventAreLeftOut() throws {
        let request = MappedRequest(
            path: PathTemplate("/"), parts: [.borders], rank: JSONPath("r"), score: JSONPath("s"),
            rowEvent: JSONPath("e"))
        let upstream = mapped(request)
        let shown = try upstream.shown(#"[{"r":1,"s":5,"e":7},{"r":2,"s":4,"e":"6"},{"r":3,"s":3}]"#, event: event)
        #expect(shown?.borders == [Border(rank: 1, score: 5)])
        #expect(shown?.dropped == ["of another event": 2])
        #expect(
            problem { try upstream.shown(#"[{"r":2,"s":4,"e":"6"}]"#, event: event) } == "shows event 6 in place of 7")
    }

    @Test(arguments: [
        (#"{"data":{"event":8,"rows":[]}}"#, "shows event 8 in place of 7"),
        (#"{"data":{"rows":[]}}"#, "none"),
        (#"{"data":{}}"#, "not understood: no rows at data.rows"),
        (#"{"data":{"rows":5}}"#, "not understood: no rows at data.rows"),
        ("[]", "not understood: no rows at data.rows"), ("", "not understood: not JSON"),
        (
            #"{"data":{"rows":[{"place":1},{"place":2,"point":{"total":3}}]}}"#,
            "not understood: no row of 2 is usable: 1 without a number at point.total, 1 without a player"
        ),
    ])
    func whatIsNotThereIsNamed(body: String, expected: String) {
        #expect(problem { try mapped(top).shown(body, event: event) } == expected)
    }

    @Test(arguments: [
        ("", Optional("{}")), ("a", "1"), ("b.0", "x"), ("b.2", nil), ("b.-1", nil), ("a.b", nil), ("c", nil),
        ("b.1.d", "y"), ("@key", "k"), ("e f", "z"),
    ])
    func dotsLeadIntoADocument(path: String, expected: String?) throws {
        let body = #"{"a":1,"b":["x",{"d":"y"}],"c":null,"e f":"z"}"#
        let document = try JSONValue(document: UpstreamFixture.bytes(body))
        let found = JSONPath(path).value(in: document, key: "k")
        #expect(path.isEmpty ? found == document : found?.words == expected)
    }

    @Test(
        arguments: [
            (.unixSeconds, "1717210800", 1_717_210_800_000), (.unixSeconds, "\"1717210800.25\"", 1_717_210_800_250),
            (.unixMilliseconds, "1717210800123", 1_717_210_800_123), (.unixMilliseconds, "\"x\"", nil),
            (.rfc3339, "\"2024-06-01T12:00:00+09:00\"", 1_717_210_800_000),
            (.rfc3339, "\"2024-06-01T03:00:00.123Z\"", 1_717_210_800_123), (.rfc3339, "1717210800", nil),
            (.rfc3339, "\"2024-06-01T03:00:00\"", nil), (.rfc3339, "\"1717210800\"", nil),
        ] as [(TimeFormat, String, Int64?)])
    func timesAreReadInTheirFormat(format: TimeFormat, json: String, expected: Int64?) throws {
        let value = try JSONValue(document: UpstreamFixture.bytes(json))
        #expect(format.instant(value)?.unixMilliseconds == expected)
    }
}
