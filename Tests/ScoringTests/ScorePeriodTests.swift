import Cron
import Foundation
import Rankings
import Scoring
import Testing

@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Tokyo"), "needs tzdata"))
struct ScorePeriodTests {
    private static func zone(_ name: String) throws -> ZoneRules {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
        return try ZoneRules(name: name, tzif: [UInt8](bytes))
    }

    private static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    @Test(arguments: [
        ("Asia/Tokyo", "2026-11-20T14:59:59Z", "2026-11-20", "2026-11-19T15:00:00Z", "2026-11-20T15:00:00Z"),
        ("Asia/Tokyo", "2026-11-20T15:00:00Z", "2026-11-21", "2026-11-20T15:00:00Z", "2026-11-21T15:00:00Z"),
        // A day of 23 hours, and one of 25.
        ("Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
        ("Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
        // Its clocks go forward at midnight: the day begins at one.
        ("America/Santiago", "2026-09-06T12:00:00Z", "2026-09-06", "2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z"),
    ])
    func daysAreThoseOfTheZone(zone: String, at: String, key: String, starts: String, ends: String) throws {
        let span = try ScorePeriod.daily(try Self.zone(zone)).span(at: try Self.instant(at))
        #expect(span.key == key)
        let times = try Self.instant(starts)..<Self.instant(ends)
        #expect(span.times == times)
    }

    /// Samoa left out 30 December 2011.
    @Test func aDayThatWasLeftOutIsNobodys() throws {
        let zone = try Self.zone("Pacific/Apia")
        let before = try ScorePeriod.daily(zone).span(at: try Self.instant("2011-12-30T09:59:59Z"))
        let after = try ScorePeriod.daily(zone).span(at: try Self.instant("2011-12-30T10:00:00Z"))
        #expect(before.key == "2011-12-29" && after.key == "2011-12-31")
        #expect(before.times?.upperBound == after.times?.lowerBound)
    }

    @Test(arguments: [
        ("2026-11-21T00:00:00Z", "2026-W47", "2026-11-16T00:00:00Z"),
        ("2027-01-03T23:59:59Z", "2026-W53", "2026-12-28T00:00:00Z"),
        ("2027-01-04T00:00:00Z", "2027-W01", "2027-01-04T00:00:00Z"),
        ("2024-12-30T00:00:00Z", "2025-W01", "2024-12-30T00:00:00Z"),
    ])
    func weeksAreThoseOfISO8601(at: String, key: String, starts: String) throws {
        let span = try ScorePeriod.weekly(.utc).span(at: try Self.instant(at))
        let start = try Self.instant(starts)
        #expect(span.key == key && span.times?.lowerBound == start)
        #expect(span.times.map { $0.upperBound - $0.lowerBound } == .hours(168))
    }

    @Test func monthsFollowEachOther() throws {
        let december = try ScorePeriod.monthly(.utc).span(at: try Self.instant("2026-12-31T23:59:59Z"))
        let january = try ScorePeriod.monthly(.utc).span(at: try Self.instant("2027-01-01T00:00:00Z"))
        #expect(december.key == "2026-12" && january.key == "2027-01")
        #expect(december.times?.upperBound == january.times?.lowerBound)
    }

    @Test func anEventRefusesBeforeAndAfter() throws {
        let (starts, ends) = (Instant(unixSeconds: 1_000), Instant(unixSeconds: 2_000))
        let period = ScorePeriod.event(starts..<ends)
        #expect(throws: Refusal.boardNotOpen) { try period.span(at: Instant(unixMilliseconds: 999_999)) }
        #expect(try period.span(at: starts).key == "event-1000")
        #expect(throws: Refusal.boardClosed) { try period.span(at: ends) }
    }

    /// However an instant lies, the spans before and after it meet, and hold it.
    @Test(arguments: ["Europe/Berlin", "America/Santiago", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"])
    func everyInstantIsInExactlyOneDay(name: String) throws {
        let zone = try Self.zone(name)
        var instant = try Self.instant("2011-12-25T00:00:00Z")
        let end = try Self.instant("2012-11-10T00:00:00Z")
        var last = try ScorePeriod.daily(zone).span(at: instant)
        while instant < end {
            let span = try ScorePeriod.daily(zone).span(at: instant)
            let times = try #require(span.times)
            #expect(times.contains(instant), "\(instant) is not in \(span.key)")
            if span.key != last.key {
                #expect(times.lowerBound == last.times?.upperBound, "a gap before \(span.key)")
            }
            last = span
            instant = instant + .minutes(30)
        }
    }
}
