import Rankings

/// A moment of each year in local time.
struct PosixDay: Hashable, Sendable {
    enum Day: Hashable, Sendable {
        /// The n-th such weekday of a month; 5 is the last.
        case weekday(month: Int, week: Int, weekday: Int)
        /// 1 to 365; 29 February is not counted.
        case ofYearWithoutLeapDay(Int)
        /// 0 to 365.
        case ofYear(Int)
    }

    let day: Day
    /// Seconds from midnight; may be negative, or more than a day.
    let time: Int64

    /// Seconds since 1970 as if the clock showed UTC.
    func second(in year: Int) -> Int64 { Int64(dayNumber(in: year)) * 86_400 + time }

    private func dayNumber(in year: Int) -> Int {
        switch day {
        case .weekday(let month, let week, let weekday):
            let first = CivilDate(year: year, month: month, day: 1)
            let firstSuch = first.dayNumber + (weekday - first.weekday + 7) % 7
            let candidate = firstSuch + (week - 1) * 7
            return candidate < first.firstOfNextMonth.dayNumber ? candidate : candidate - 7
        case .ofYearWithoutLeapDay(let day):
            // 2001 is no leap year.
            let date = CivilDate(dayNumber: CivilDate(year: 2001, month: 1, day: 1).dayNumber + day - 1)
            return CivilDate(year: year, month: date.month, day: date.day).dayNumber
        case .ofYear(let day): return CivilDate(year: year, month: 1, day: 1).dayNumber + day
        }
    }
}
