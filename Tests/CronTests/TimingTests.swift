import Rankings
import Testing

@testable import Cron

@Suite(.enabled(if: Zones.isInstalled, "\(Zones.advice)")) struct TimingTests {
    /// After the first instant come those that follow it.
    @Test(arguments: [
        // The clock goes from 2 to 3 at 2026-03-29T01:00Z, and from 3 to 2 at 2026-10-25T01:00Z.
        ("30 2 * * *", "Europe/Berlin", ["2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"]),
        ("30 2 * * *", "Europe/Berlin", ["2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]),
        ("15,45 2 * * *", "Europe/Berlin", ["2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:15:00Z"]),
        ("0 3 * * *", "Europe/Berlin", ["2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T01:00:00Z"]),
        ("45 2 * * *", "Europe/Berlin", ["2026-10-25T01:30:00Z", "2026-10-26T01:45:00Z"]),
        ("0 3 * * *", "Europe/Berlin", ["2026-10-24T12:00:00Z", "2026-10-25T02:00:00Z", "2026-10-26T02:00:00Z"]),
        // What begins with a star follows the clock.
        ("*/30 2 * * *", "Europe/Berlin", ["2026-03-28T12:00:00Z", "2026-03-30T00:00:00Z", "2026-03-30T00:30:00Z"]),
        ("30 * * * *", "Europe/Berlin", ["2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]),
        ("@hourly", "Europe/Berlin", ["2026-10-24T23:30:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"]),
        ("@daily", "Europe/Berlin", ["2026-10-24T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"]),
        ("0 30 2 * * *", "Europe/Berlin", ["2026-03-28T12:00:00Z", "2026-03-30T00:30:00Z"]),
        ("0 30 2 * * *", "Europe/Berlin", ["2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]),
        // Half an hour: from 2:00 to 2:30.
        (
            "15 2 * * *", "Australia/Lord_Howe",
            ["2026-10-03T00:00:00Z", "2026-10-03T15:30:00Z", "2026-10-04T15:15:00Z"]
        ),
        // A whole day that Samoa left out.
        ("0 12 30 12 *", "Pacific/Apia", ["2011-12-29T00:00:00Z", "2011-12-30T10:00:00Z", "2012-12-29T22:00:00Z"]),
        // Midnight itself is left out.
        ("0 0 * * *", "Asia/Beirut", ["2026-03-28T12:00:00Z", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"]),
        // Years for which the file has no more than a rule.
        ("30 2 * * *", "Europe/Berlin", ["2050-03-26T12:00:00Z", "2050-03-27T01:00:00Z"]),
        ("30 1 * * *", "America/New_York", ["2077-11-06T12:00:00Z", "2077-11-07T05:30:00Z", "2077-11-08T06:30:00Z"]),
        ("0 0 29 2 *", "Asia/Tokyo", ["2026-11-20T00:00:00Z", "2028-02-28T15:00:00Z", "2032-02-28T15:00:00Z"]),
        ("*/20 * * * * *", "Asia/Kolkata", ["2026-11-20T12:03:19Z", "2026-11-20T12:03:20Z", "2026-11-20T12:03:40Z"]),
        ("59 59 23 31 12 *", "UTC", ["2026-11-20T12:00:00Z", "2026-12-31T23:59:59Z", "2027-12-31T23:59:59Z"]),
        ("@every 90s", "Asia/Tokyo", ["1970-01-01T00:00:00Z", "1970-01-01T00:01:30Z", "1970-01-01T00:03:00Z"]),
        ("@every 7d", "UTC", ["2026-11-20T00:00:00Z", "2026-11-26T00:00:00Z"]),
        ("@every 1s", "UTC", ["1969-12-31T23:59:58.500Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z"]),
    ])
    func followsTheClockOfTheZone(expression: String, zone: String, instants: [String]) throws {
        let timing = try Timing(expression, in: try Zones.rules(zone))
        for (before, after) in zip(instants, instants.dropFirst()) {
            let found = timing.next(after: try #require(Instant(before)))
            #expect(found?.description == after)
        }
    }

    @Test(arguments: ["0 0 30 2 *", "0 0 0 31 4 *", "@reboot"])
    func neverComesOnAnImpossibleDate(expression: String) throws {
        let timing = try Timing(expression, in: try Zones.rules("Europe/Berlin"))
        #expect(timing.next(after: Instant(unixSeconds: 1_795_000_000)) == nil)
    }

    @Test func lineOfTheCrontabMeansUTC() throws {
        let timing = Timing(try CronSchedule("30 2 * * *"))
        let found = timing.next(after: try #require(Instant("2026-03-28T12:00:00Z")))
        #expect(found == Instant("2026-03-29T02:30:00Z"))
        #expect(Timing(try CronSchedule("@reboot")).isAtStart)
    }

    @Test(arguments: [
        ("@every", "@every 90s"), ("@every 0s", "@every 90s"), ("@every 90", "@every 90s"), ("@every -1s", "whole"),
        ("@every 367d", "up to 366d"), ("@every 1s 2s", "whole number"), ("@every 9999999999d", "366d"),
        ("60 * * * * *", "second \"60\" is not within 0-59"), ("* * * * * * *", "7 of five fields"),
        ("@Every 1s", "lower case"),
    ])
    func refusesWithWhatWouldBeRight(expression: String, part: String) {
        let error = #expect(throws: CrontabError.self) { try Timing(expression) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }
}
