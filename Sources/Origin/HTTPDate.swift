import Rankings

/// Dates of HTTP fields (RFC 9110, 5.6.7), as Unix seconds. They are written in the preferred form,
/// `Sun, 06 Nov 1994 08:49:37 GMT`, and read in all three.
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let longWeekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
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

    /// Nil for what is no date.
    ///
    /// - Parameter now: Unix seconds: a year of two digits that would be more than 50 years ahead was in the last
    ///   century.
    static func unixSeconds(_ text: String, now: Int64) -> Int64? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        switch words.count {
        case 6 where words[5] == "GMT" && weekdays.contains { words[0] == $0 + "," }:
            return seconds(day: words[1], month: words[2], year: number(words[3], digits: 4), time: words[4])
        case 4 where words[3] == "GMT" && longWeekdays.contains { words[0] == $0 + "," }:
            let date = words[1].split(separator: "-", omittingEmptySubsequences: false)
            guard date.count == 3, let year = number(date[2], digits: 2) else { return nil }
            return seconds(day: date[0], month: date[1], year: century(of: year, now: now), time: words[2])
        case 5 where weekdays.contains { words[0] == $0 }:
            return seconds(day: words[2], month: words[1], year: number(words[4], digits: 4), time: words[3])
        // `Sun Nov  6 08:49:37 1994`: a day of one digit has a space before it.
        case 6 where words[2].isEmpty && weekdays.contains { words[0] == $0 }:
            return seconds(day: "0" + words[3], month: words[1], year: number(words[5], digits: 4), time: words[4])
        default: return nil
        }
    }

    private static func seconds(day: Substring, month: Substring, year: Int?, time: Substring) -> Int64? {
        guard let month = months.firstIndex(where: { month == $0 }), let day = number(day, digits: 2), let year else {
            return nil
        }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0, digits: 2) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2] else { return nil }
        guard (1970...9999).contains(year), (1...31).contains(day), hour < 24, minute < 60, second <= 60 else {
            return nil
        }
        let date = CivilDate(year: year, month: month + 1, day: day)
        guard CivilDate(dayNumber: date.dayNumber) == date else { return nil }
        return Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second)
    }

    private static func century(of year: Int, now: Int64) -> Int {
        let thisYear = CivilDate(dayNumber: Int(now / 86_400)).year
        let full = thisYear - thisYear % 100 + year
        return full > thisYear + 50 ? full - 100 : full
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.count == digits, text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(text)
    }
}
