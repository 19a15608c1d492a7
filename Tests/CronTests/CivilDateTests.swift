import Rankings
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (10_957, 2000, 1, 1), (11_016, 2000, 2, 29),
        (11_017, 2000, 3, 1), (20_777, 2026, 11, 20), (47_540, 2100, 2, 28), (47_541, 2100, 3, 1),
        (-719_468, 0, 3, 1), (-719_469, 0, 2, 29),
    ])
    func knowsPublishedDays(dayNumber: Int, year: Int, month: Int, day: Int) {
        let date = CivilDate(year: year, month: month, day: day)
        #expect(CivilDate(dayNumber: dayNumber) == date)
        #expect(date.dayNumber == dayNumber)
    }

    /// Counting day by day with the lengths of the months needs no formula.
    @Test func agreesWithCountingThroughFourHundredYears() {
        var (year, month, day, weekday) = (1970, 1, 1, 4)
        for dayNumber in 0..<146_097 {
            let date = CivilDate(dayNumber: dayNumber)
            guard date == CivilDate(year: year, month: month, day: day), date.dayNumber == dayNumber,
                date.weekday == weekday
            else {
                Issue.record("day \(dayNumber): \(date), counted \(year)-\(month)-\(day), weekday \(weekday)")
                return
            }
            weekday = (weekday + 1) % 7
            day += 1
            if day > lengthOfMonth(month, year: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day, weekday) == (2370, 1, 1, 4))
    }

    @Test(arguments: [(2026, 1, 2026, 2), (2026, 12, 2027, 1)])
    func stepsToTheNextMonth(year: Int, month: Int, nextYear: Int, nextMonth: Int) {
        let next = CivilDate(year: year, month: month, day: 31).firstOfNextMonth
        #expect(next == CivilDate(year: nextYear, month: nextMonth, day: 1))
    }
}
