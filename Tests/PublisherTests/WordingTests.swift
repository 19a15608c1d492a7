import Rankings
import Testing

@testable import Publisher

struct WordingTests {
    @Test(arguments: [
        (0, 1, "0"), (999, 1, "999"), (1000, 1, "1,000"), (12_345_678, 1, "12,345,678"), (-1234, 1, "−1,234"),
        (123_456, 100, "1,234.56"), (5, 100, "0.05"), (Int64.max, 1, "9,223,372,036,854,775,807"),
    ])
    func groupsNumbersByThousands(_ value: Int64, _ scale: Int, _ text: String) {
        #expect(Wording.number(value, scale: scale) == text)
    }

    @Test(arguments: [
        (0.0, "0"), (999, "999"), (1000, "1k"), (1500, "1.5k"), (12_345_678, "12.3M"), (999_600, "1M"),
        (250_000_000, "250M"), (2_000_000_000, "2G"), (0.25, "0.25"),
    ])
    func shortensNumbersForAxes(_ value: Double, _ text: String) {
        #expect(Wording.short(value) == text)
    }

    @Test(arguments: [
        (8_680_000.0, 10_200_000.0, "8.68–10.2M"), (900_000, 1_100_000, "900k–1.1M"), (5, 7, "5–7"),
    ])
    func rangesSayTheirLetterOnce(_ low: Double, _ high: Double, _ text: String) {
        #expect(Wording.range(low, high) == text)
    }

    @Test(arguments: [
        (0, "0 min"), (59, "0 min"), (60, "1 min"), (3599, "59 min"), (3600, "1 h 0 min"), (86_399, "23 h 59 min"),
        (86_400, "1 d 0 h"), (273_600, "3 d 4 h"), (-5, "0 min"),
    ])
    func saysLengthsInTwoUnits(_ seconds: Int, _ text: String) throws {
        #expect(try Fixture.words("en").length(.seconds(seconds)) == text)
    }

    @Test(arguments: [
        (-1, "now"), (0, "now"), (1, "1 min"), (59, "59 min"), (60, "1 h"), (1439, "23 h"), (1440, "1 d"),
    ])
    func saysAgesInOneUnit(_ minutes: Int, _ text: String) throws {
        #expect(try Fixture.words("en").age(minutes: minutes) == text)
    }

    @Test(arguments: [
        "1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "2026-11-20T12:03:00Z", "2100-03-01T00:00:00Z",
        "1969-12-31T23:59:59Z", "2024-12-31T00:00:01Z",
    ])
    func civilTimeAgreesWithTheCalendar(_ text: String) throws {
        #expect(CivilTime(try #require(Instant(text))).machineReadable == text)
    }

    @Test func datesAreSaidInWords() throws {
        let time = CivilTime(try #require(Instant("2026-11-02T04:03:09Z")))
        #expect(
            [time.date, time.shortDate, time.clock, time.clockWithSeconds] == [
                "2 Nov 2026", "2 Nov", "04:03", "04:03:09",
            ])
    }
}
