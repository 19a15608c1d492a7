/// A day of the Gregorian calendar, counted without a library so that the answer is the same everywhere.
///
/// A year that begins in March puts the leap day last, so that the months before it always have the same lengths: five
/// months hold 153 days. Four hundred years hold 146,097 days and then repeat, weekdays included. The reasoning is
/// Howard Hinnant's: https://howardhinnant.github.io/date_algorithms.html
package struct CivilDate: Hashable, Sendable {
    /// The year, e.g. 2026; 0 is 1 BC.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that many days after 1970-01-01.
    package init(dayNumber: Int) {
        let sinceMarchOfYearZero = dayNumber + Self.epochFromMarchOfYearZero
        let (cycle, dayOfCycle) = Self.floored(sinceMarchOfYearZero, by: Self.daysPerCycle)
        // A leap day ends every 4th year and not every 100th; the one that ends the cycle shifts no year after it.
        let leapDaysPassed = dayOfCycle / 1460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDaysPassed) / 365
        let dayOfYear = dayOfCycle - Self.daysBefore(yearOfCycle: yearOfCycle)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        day = dayOfYear - Self.daysBefore(monthFromMarch: monthFromMarch) + 1
        year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    package var dayNumber: Int {
        let (cycle, yearOfCycle) = Self.floored(month <= 2 ? year - 1 : year, by: 400)
        let dayOfYear = Self.daysBefore(monthFromMarch: (month + 9) % 12) + day - 1
        return cycle * Self.daysPerCycle + Self.daysBefore(yearOfCycle: yearOfCycle) + dayOfYear
            - Self.epochFromMarchOfYearZero
    }

    /// 0 is Sunday, 6 is Saturday.
    package var weekday: Int { Self.weekday(ofDayNumber: dayNumber) }

    /// 1970-01-01 was a Thursday.
    package static func weekday(ofDayNumber dayNumber: Int) -> Int { floored(dayNumber + 4, by: 7).remainder }

    /// The first day of the month after this one.
    package var firstOfNextMonth: CivilDate {
        month == 12 ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: month + 1, day: 1)
    }

    /// From 0000-03-01 to 1970-01-01.
    private static let epochFromMarchOfYearZero = 719_468
    private static let daysPerCycle = 146_097

    private static func daysBefore(yearOfCycle: Int) -> Int {
        yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100
    }

    private static func daysBefore(monthFromMarch: Int) -> Int { (153 * monthFromMarch + 2) / 5 }

    private static func floored(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
