import Foundation
import Rankings
import Testing

@testable import Cron

@Suite(.enabled(if: Zones.isInstalled, "\(Zones.advice)")) struct ZoneRulesTests {
    @Test(arguments: [
        ("Asia/Tokyo", "2026-06-01T00:00:00Z", 32_400), ("Europe/Berlin", "2026-03-29T00:59:59Z", 3600),
        ("Europe/Berlin", "2026-03-29T01:00:00Z", 7200), ("Europe/Berlin", "2399-07-01T00:00:00Z", 7200),
        ("America/St_Johns", "2026-01-01T00:00:00Z", -12_600), ("Europe/Dublin", "2060-01-01T00:00:00Z", 0),
        ("Europe/Dublin", "2060-07-01T00:00:00Z", 3600), ("Asia/Tokyo", "1880-01-01T00:00:00Z", 33_539),
    ])
    func knowsTheOffset(zone: String, instant: String, offset: Int64) throws {
        let second = try #require(Instant(instant)).unixSeconds
        #expect(try Zones.rules(zone).span(at: second).offset == offset)
    }

    @Test func spansMeetEndToEnd() throws {
        let zone = try Zones.rules("America/New_York")
        var span = zone.span(at: 0)
        for _ in 0..<100 {
            let end = try #require(span.end)
            let following = zone.span(at: end)
            #expect(following.start == end)
            #expect(following.previousOffset == span.offset)
            #expect(zone.span(at: end - 1) == span)
            span = following
        }
        #expect(ZoneRules.utc.span(at: 0) == ZoneSpan(start: nil, end: nil, offset: 0, previousOffset: 0))
    }

    @Test(arguments: [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 3600, 2026, [1_774_746_000, 1_792_890_000]),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", -10_800, 2026, [1_774_746_000, 1_792_890_000]),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600, 2026, [1_774_746_000, 1_792_890_000]),
        ("AAA0BBB,J60/0,J300/0", 0, 2028, [1_835_481_600, 1_856_214_000]),
        ("AAA0BBB,59/0,299/0", 0, 2028, [1_835_395_200, 1_856_127_600]), ("JST-9", 32_400, 2026, []),
    ])
    func readsRules(text: String, standard: Int64, year: Int, changes: [Int64]) throws {
        let rule = try #require(PosixZone(Array(text.utf8)))
        #expect(rule.standard == standard)
        #expect(rule.changes(in: year).map(\.instant) == changes)
    }

    @Test(arguments: [
        "", "X", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,400,J1", "<+03-3", "CET-1 ",
        "CET-1CEST,M3.5.0,M10.5.0/",
    ])
    func refusesWhatIsNoRule(text: String) {
        #expect(PosixZone(Array(text.utf8)) == nil)
    }

    /// A file may be cut anywhere; nothing but an error may come of it.
    @Test func refusesAFileCutAnywhere() throws {
        let bytes = try Zones.bytes("Europe/Berlin")
        for length in 0..<bytes.count {
            #expect(throws: ZoneRulesError.self) { try ZoneRules(name: "cut", tzif: Array(bytes.prefix(length))) }
        }
    }

    @Test func refusesAFileThatIsTooLarge() {
        let error = #expect(throws: ZoneRulesError.self) {
            try ZoneRules(name: "large", tzif: Array(repeating: 0, count: ZoneRules.limitBytes + 1))
        }
        #expect(error?.description == "the time zone large cannot be read: it is too large")
    }
}
