import Rankings

/// An instant as a UTC calendar and clock show it, to the second.
struct CivilTime: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    init(_ instant: Instant) {
        let seconds = instant.unixSeconds
        let days = seconds.flooredDivision(by: 86_400)
        let rest = Int(seconds - days * 86_400)
        (year, month, day) = Self.date(ofDay: Int(days))
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// `12:03`
    var clock: String { "\(two(hour)):\(two(minute))" }
    /// `12:03:00`
    var clockWithSeconds: String { "\(clock):\(two(second))" }
    /// `20 Nov`
    var shortDate: String { "\(day) \(Self.months[month - 1])" }
    /// `20 Nov 2026`
    var date: String { "\(shortDate) \(year)" }
    /// `2026-11-20T12:03:00Z`, as HTML's `datetime` takes it.
    var machineReadable: String { "\(year)-\(two(month))-\(two(day))T\(clockWithSeconds)Z" }

    /// The proleptic Gregorian date of a day counted from 1970-01-01, by eras of 400 years that start in March, so that
    /// the leap day is the last of a year.
    private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
