import Rankings
import Transfer

/// Dates of HTTP fields in their preferred form, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPTime {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// An answer cannot have lain in a cache for longer and be of use: a year, in seconds.
    private static let oldest = 31_536_000

    /// The server's clock when the response reached us: its date and the time it lay in caches since.
    static func answered(_ response: Response) -> Instant? {
        guard let date = response.value(ofHeader: "Date").flatMap(instant) else { return nil }
        let age = response.value(ofHeader: "Age").flatMap { Int($0) } ?? 0
        return date + .seconds(max(0, min(age, oldest)))
    }

    /// nil for any other form: the obsolete ones are sent by no server of this century.
    static func instant(_ text: String) -> Instant? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(where: { parts[2] == $0 }),
            let day = number(parts[1], 1...31), let year = number(parts[3], 1970...9999)
        else { return nil }
        let time = parts[4].split(separator: ":")
        guard time.count == 3, let hour = number(time[0], 0...23), let minute = number(time[1], 0...59),
            let second = number(time[2], 0...60)
        else { return nil }
        let date = CivilDate(year: year, month: month + 1, day: day)
        guard CivilDate(dayNumber: date.dayNumber) == date else { return nil }
        return Instant(unixSeconds: Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second))
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int(text),
            range.contains(value)
        else { return nil }
        return value
    }
}
