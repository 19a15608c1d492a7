import Rankings
import Testing

@testable import Origin

@Suite struct HTTPDateTests {
    /// 2026-11-20T12:03:10Z
    static let now: Int64 = 1_795_176_190

    @Test(
        arguments: [
            ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Friday, 20-Nov-26 12:03:01 GMT", 1_795_176_181),
            // Fifty years ahead, and one more.
            ("Monday, 01-Jan-76 00:00:00 GMT", 3_345_062_400),
            ("Saturday, 01-Jan-77 00:00:00 GMT", 220_924_800),
            ("Sun Nov  6 08:49:37 1994", 784_111_777),
            ("Fri Nov 20 12:03:01 2026", 1_795_176_181),
        ] as [(String, Int64)])
    func theObsoleteFormsAreReadToo(text: String, unixSeconds: Int64) {
        #expect(HTTPDate.unixSeconds(text, now: Self.now) == unixSeconds)
    }

    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_795_176_181, "Fri, 20 Nov 2026 12:03:01 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ] as [(Int64, String)])
    func isWrittenAndReadTheSame(unixSeconds: Int64, text: String) {
        #expect(HTTPDate.text(unixSeconds: unixSeconds) == text)
        #expect(HTTPDate.unixSeconds(text, now: Self.now) == unixSeconds)
    }

    @Test(
        arguments: [
            "", "0", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sunday, 6-Nov-94 08:49:37 GMT", "Sun Nov   6 08:49:37 1994", "Sun, 06-Nov-94 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37", "Sunday, 06-Nov-94 08:49:37 UTC",
            "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1969 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nvm 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 -8:49:37 GMT",
        ])
    func otherTextIsNoDate(text: String) {
        #expect(HTTPDate.unixSeconds(text, now: Self.now) == nil)
    }

    @Test func everyDayOfFourCenturiesIsReadBack() {
        var previous = CivilDate(dayNumber: -1)
        for day in 0...146_097 {
            let date = CivilDate(dayNumber: day)
            #expect(date.dayNumber == day)
            #expect(date.day == previous.day + 1 || date.day == 1)
            previous = date
        }
        #expect(previous == CivilDate(year: 2370, month: 1, day: 1))
    }
}
