import Rankings
import Testing

@testable import Crawler

private let upstream = BestdoriUpstream(game: UpstreamFixture.game, server: .cn, tiers: [100, 1000])
private let event = UpstreamFixture.event("310")

@Suite struct BestdoriTests {
    @Test(arguments: [("jp", 0), ("en", 1), ("tw", 2), ("cn", 3), ("kr", 4)])
    func serversHaveTheirNumbers(region: String, number: Int) {
        #expect(BestdoriServer(region: region)?.rawValue == number)
    }

    @Test func oneRequestForTheTopAndOneForEachTier() {
        let requests = upstream.rankingRequests(for: event, at: UpstreamFixture.slot)
        #expect(
            requests.map(\.request.path) == [
                "/api/eventtop/data?server=3&event=310&mid=0&latest=1", "/api/tracker/data?server=3&event=310&tier=100",
                "/api/tracker/data?server=3&event=310&tier=1000",
            ])
        #expect(requests.map(\.parts) == [[.entries], [.borders], [.borders]])
    }

    /// Times are text in arrays by server, null where the event was not held, and arrays may be short.
    @Test func eventsAreThoseOfTheServer() throws {
        let body = """
            {"310":{"eventType":"versus","eventName":["JP",null,null,"CN",null],"assetBundleName":"x",
            "startAt":["1","1",null,"1604995200000",null],"endAt":["2","2",null,"1605599999000",null]},
            "311":{"eventType":"story","eventName":["JP",null,null,null,null],
            "startAt":["1",null,null,null,null],"endAt":["2",null,null,null,null]},
            "9":{"eventType":"story","eventName":["Old"],"startAt":["1"],"endAt":["2"]},
            "../1":{"eventType":"story","eventName":["X"],"startAt":[null,null,null,"1"],
            "endAt":[null,null,null,"9000"]},
            "312":{"eventType":"medley","eventName":["Nameless here",null,null,null,null],
            "startAt":[null,null,null,"1705599999000",null],"endAt":[null,null,null,"1706599999000",null]}}
            """
        let events = try upstream.events(from: [UpstreamFixture.bytes(body)])
        #expect(events.map(\.upstreamID) == ["310", "312"])
        #expect(events.map(\.name) == ["CN", "Nameless here"])
        #expect(events.map(\.kind) == ["versus", "medley"])
        #expect(events[0].times.starts == Instant(unixSeconds: 1_604_995_200))
        #expect(events[0].times.ends == Instant(unixSeconds: 1_605_600_000))
        #expect(events[0].times.announces == events[0].times.ends)
    }

    @Test func newestCutoffIsTheBorder() throws {
        let body = #"{"result":true,"cutoffs":[{"time":1604997360000,"ep":85647},{"time":1604997300000,"ep":85000}]}"#
        let shown = try upstream.shown(body, request: 2, event: event)
        #expect(
            shown
                == ShownBoard(
                    borders: [Border(rank: 1000, score: 85_647)],
                    shownAt: Instant(unixMilliseconds: 1_604_997_360_000)))
    }

    @Test(arguments: [#"{"result":false}"#, #"{"result":true,"cutoffs":[]}"#])
    func noCutoffsShowNothing(body: String) throws {
        #expect(try upstream.shown(body, request: 1, event: event) == nil)
    }

    /// `rank` of a user is a level; the place is that among the points of the newest time.
    @Test func topIsRankedByThePointsOfTheNewestTime() throws {
        let body = """
            {"points":[{"time":100,"uid":7,"value":1},{"time":200,"uid":9007199254740993,"value":50},
            {"time":200,"uid":8,"value":90},{"time":200,"uid":6,"value":50}],
            "users":[{"uid":8,"name":"Eight","introduction":"","rank":300,"sid":1,"strained":0,"degrees":[]},
            {"uid":9007199254740993,"name":"Big","rank":1}]}
            """
        let shown = try upstream.shown(body, event: event)
        #expect(
            shown?.entries == [
                Entry(rank: 1, player: PlayerID("8"), name: "Eight", score: 90),
                Entry(rank: 2, player: PlayerID("9007199254740993"), name: "Big", score: 50),
                Entry(rank: 3, player: PlayerID("6"), name: "", score: 50),
            ])
        #expect(shown?.shownAt == Instant(unixMilliseconds: 200))
        #expect(shown?.dropped == ["of an older time": 1])
    }

    @Test(arguments: [#"{"points":[],"users":[]}"#, "{}"]) func noPointsShowNothing(body: String) throws {
        #expect(try upstream.shown(body, event: event) == nil)
    }

    @Test func wrongTypesNameThePlace() {
        let body = #"{"result":true,"cutoffs":[{"time":"x","ep":1}]}"#
        #expect(
            problem { try upstream.shown(body, request: 1, event: event) }
                == "not understood: .cutoffs[0].time has another type")
    }
}
