import Rankings

/// Dates of HTTP fields in their preferred form, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), as Unix seconds.
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// - Parameter unixSeconds: not before 1970.
    static func text(unixSeconds: Int64) -> String {
        let (days, second) = Int(max(0, unixSeconds)).quotientAndRemainder(dividingBy: 86_400)
        let date = CivilDate(dayNumber: days)
        let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        let weekday = weekdays[(days + 4) % 7]
        return "\(weekday), \(twoDigits(date.day)) \(months[date.month - 1]) \(date.year) \(time) GMT"
    }

    /// Nil for any other form. The two obsolete forms are sent by no browser of this century; without a date the whole
    /// file is sent, which is right as well.
    static func unixSeconds(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", weekdays.contains(where: { parts[0] == $0 + "," }),
            let month = months.firstIndex(where: { parts[2] == $0 }),
            let day = number(parts[1], digits: 2), let year = number(parts[3], digits: 4)
        else { return nil }
        let time = parts[4].split(separator: ":").map { number($0, digits: 2) }
        guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2] else { return nil }
        guard (1970...9999).contains(year), (1...31).contains(day), hour < 24, minute < 60, second <= 60 else {
            return nil
        }
        let date = CivilDate(year: year, month: month + 1, day: day)
        guard CivilDate(dayNumber: date.dayNumber) == date else { return nil }
        return Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second)
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.count == digits, text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(text)
    }
}
