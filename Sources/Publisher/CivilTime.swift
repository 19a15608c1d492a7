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
        let date = CivilDate(dayNumber: Int(days))
        (year, month, day) = (date.year, date.month, date.day)
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

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
