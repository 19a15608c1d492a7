import Rankings
import Testing

@testable import Cron

/// 2026-11-20T00:00Z, a Friday.
private let friday = Slot(unixMinute: 20_777 * 1440)

private func slot(_ text: String) throws -> Slot { Slot(containing: try #require(Instant(text))) }

@Suite struct CronScheduleTests {
    @Test(arguments: [
        ("* * * * *", "2026-11-20T12:03:00Z", "2026-11-20T12:04:00Z"),
        ("*/15 * * * *", "2026-11-20T12:00:00Z", "2026-11-20T12:15:00Z"),
        ("*/15 * * * *", "2026-11-20T12:59:00Z", "2026-11-20T13:00:00Z"),
        ("*/40 * * * *", "2026-11-20T12:40:00Z", "2026-11-20T13:00:00Z"),
        ("5-10/2 * * * *", "2026-11-20T12:07:00Z", "2026-11-20T12:09:00Z"),
        ("5-10/2 * * * *", "2026-11-20T12:09:00Z", "2026-11-20T13:05:00Z"),
        ("0 4 * * *", "2026-11-20T04:00:00Z", "2026-11-21T04:00:00Z"),
        ("59 23 31 12 *", "2026-12-31T23:59:00Z", "2027-12-31T23:59:00Z"),
        ("0 0 1 jan *", "2026-11-20T12:00:00Z", "2027-01-01T00:00:00Z"),
        ("0 0 * * MON", "2026-11-20T12:00:00Z", "2026-11-23T00:00:00Z"),
        ("0 0 * * mon-fri", "2026-11-20T12:00:00Z", "2026-11-23T00:00:00Z"),
        ("0 0 * * 0", "2026-11-20T12:00:00Z", "2026-11-22T00:00:00Z"),
        ("0 0 * * 7", "2026-11-20T12:00:00Z", "2026-11-22T00:00:00Z"),
        ("0 0 * * 6-7", "2026-11-21T12:00:00Z", "2026-11-22T00:00:00Z"),
        ("30 4 1,15 * 5", "2026-11-20T12:00:00Z", "2026-11-27T04:30:00Z"),
        ("30 4 1,15 * 5", "2026-11-27T04:30:00Z", "2026-12-01T04:30:00Z"),
        ("0 0 13 * fri", "2026-11-13T00:00:00Z", "2026-11-20T00:00:00Z"),
        ("0 0 */2 * sat", "2026-11-20T12:00:00Z", "2026-11-21T00:00:00Z"),
        ("0 0 */2 * sat", "2026-11-21T12:00:00Z", "2026-12-05T00:00:00Z"),
        ("0 0 31 * *", "2026-11-20T12:00:00Z", "2026-12-31T00:00:00Z"),
        ("0 0 29 2 *", "2026-11-20T12:00:00Z", "2028-02-29T00:00:00Z"),
        ("0 0 29 2 *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z"),
        ("0 0 29 2 */7", "2088-02-29T00:00:00Z", "2128-02-29T00:00:00Z"),
        ("@hourly", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z"),
        ("@daily", "2026-11-20T12:00:00Z", "2026-11-21T00:00:00Z"),
        ("@midnight", "2026-11-20T12:00:00Z", "2026-11-21T00:00:00Z"),
        ("@weekly", "2026-11-20T12:00:00Z", "2026-11-22T00:00:00Z"),
        ("@monthly", "2026-11-20T12:00:00Z", "2026-12-01T00:00:00Z"),
        ("@yearly", "2026-11-20T12:00:00Z", "2027-01-01T00:00:00Z"),
        ("@annually", "2026-11-20T12:00:00Z", "2027-01-01T00:00:00Z"),
        ("\t0  0 \t* * * ", "1969-12-31T00:00:00Z", "1970-01-01T00:00:00Z"),
        ("0 12 * * wed", "1969-12-29T00:00:00Z", "1969-12-31T12:00:00Z"),
    ])
    func findsTheNextMinute(expression: String, after: String, expected: String) throws {
        let schedule = try CronSchedule(expression)
        let next = try #require(schedule.next(after: slot(after)))
        #expect(next.description == expected)
        #expect(schedule.matches(next))
    }

    @Test(arguments: ["0 0 30 2 *", "0 0 31 4,6,9,11 *", "0 0 31 feb *", "@reboot"])
    func neverComesOnAnImpossibleDate(expression: String) throws {
        let schedule = try CronSchedule(expression)
        #expect(schedule.next(after: friday) == nil)
        #expect(!schedule.matches(friday))
    }

    /// The rarest thing an expression can ask for, over the 400 years after which the calendar repeats.
    @Test func seesAsFarAsTheRarestDate() throws {
        let schedule = try CronSchedule("0 0 29 2 */7")
        var cursor = friday
        for _ in 0..<16 {
            let next = try #require(schedule.next(after: cursor))
            #expect(CivilDate(dayNumber: Int(next.unixMinute / 1440)).weekday == 0)
            cursor = next
        }
        #expect(cursor - friday > 400 * 365 * 1440)
    }

    @Test func aWeekdayFieldThatBeginsWithAStarMustMatchToo() throws {
        let schedule = try CronSchedule("0 0 20 * */2")  // Sunday, Tuesday, Thursday, Saturday
        #expect(!schedule.matches(friday))
        #expect(schedule.matches(try slot("2026-12-20T00:00:00Z")))
    }

    @Test func onlyRebootRunsAtTheStart() throws {
        #expect(try CronSchedule("@reboot").isAtStart)
        #expect(try !CronSchedule("* * * * *").isAtStart)
    }

    @Test func sameTimesAreEqualHoweverWritten() throws {
        #expect(try CronSchedule("0,30 0-23 * jan-dec *") == CronSchedule("*/30 * * * *"))
        #expect(try CronSchedule("@weekly") == CronSchedule("0 0 * * 7"))
        #expect(try CronSchedule("0 0 * * sun") != CronSchedule("0 0 * * mon"))
    }

    @Test(arguments: [
        ("", CrontabError.Code.badSchedule, "0 of five fields"),
        ("* * * *", .badSchedule, "4 of five fields"),
        ("* * * * * *", .badSchedule, "6 of five fields"),
        ("@fortnight", .badSchedule, "@weekly"),
        ("@Daily", .badSchedule, "lower case"),
        ("@daily x", .badSchedule, "stands alone"),
        ("60 * * * *", .badField, "minute \"60\" is not within 0-59"),
        ("* 24 * * *", .badField, "hour \"24\" is not within 0-23"),
        ("* * 0 * *", .badField, "day of month \"0\" is not within 1-31"),
        ("* * 32 * *", .badField, "day of month \"32\" is not within 1-31"),
        ("* * * 0 *", .badField, "month \"0\" is not within 1-12"),
        ("* * * 13 *", .badField, "month \"13\" is not within 1-12"),
        ("* * * * 8", .badField, "day of week \"8\" is not within 0-7"),
        ("* * * january *", .badField, "one of jan, feb"),
        ("mon * * * *", .badField, "minute \"mon\" is not understood"),
        ("-1 * * * *", .badField, "\"-1\" is not understood"),
        ("+1 * * * *", .badField, "\"+1\" is not understood"),
        ("1- * * * *", .badField, "\"1-\" is not understood"),
        ("٣ * * * *", .badField, "is not understood"),
        ("00001 * * * *", .badField, "is not understood"),
        ("99999999999999999999 * * * *", .badField, "is not understood"),
        ("1,,2 * * * *", .badField, "empty part"),
        (", * * * *", .badField, "empty part"),
        ("1, * * * *", .badField, "empty part"),
        ("1-2-3 * * * *", .badField, "two hyphens"),
        ("*-3 * * * *", .badField, "\"*-3\" is not understood"),
        ("*5 * * * *", .badField, "\"*5\" is not understood"),
        ("5/10 * * * *", .badField, "write 5-59/10"),
        ("*/0 * * * *", .badField, "a step is a whole number from 1"),
        ("*/ * * * *", .badField, "a step is a whole number from 1"),
        ("*/x * * * *", .badField, "a step is a whole number from 1"),
        ("*/2/3 * * * *", .badField, "two steps"),
        ("10-5 * * * *", .badField, "10-59,0-5"),
        ("* * * * sat-sun", .badField, "sat-7,0-sun"),
    ])
    func refusesWithWhatWouldBeRight(expression: String, code: CrontabError.Code, part: String) {
        let error = #expect(throws: CrontabError.self) { try CronSchedule(expression) }
        #expect(error?.code == code)
        #expect(error?.line == nil)
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }
}
