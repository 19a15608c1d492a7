import Rankings

extension CivilDate {
    func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

    var next: CivilDate { adding(days: 1) }

    /// The Monday of its week.
    var weekStart: CivilDate { adding(days: -((weekday + 6) % 7)) }

    /// `2026-11-21`
    var text: String { "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))" }

    /// The week of ISO 8601 that the day is in, `2026-W47`: it belongs to the year that has its Thursday.
    var weekText: String {
        let thursday = weekStart.adding(days: 3)
        let firstDay = CivilDate(year: thursday.year, month: 1, day: 1)
        let number = (thursday.dayNumber - firstDay.dayNumber) / 7 + 1
        return "\(Self.padded(thursday.year, to: 4))-W\(Self.padded(number, to: 2))"
    }

    private static func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
