package import Rankings

/// The name of a backup: when it was begun, UTC to the second, such as `20261121T024947Z`. Names sort by time.
package struct BackupName: Hashable, Comparable, Sendable {
    /// Whole seconds.
    package let instant: Instant

    private static let secondsPerDay: Int64 = 86_400

    package init(_ instant: Instant) { self.instant = Instant(unixSeconds: instant.unixSeconds) }

    /// nil for text of another form.
    package init?(_ text: String) {
        let digits = text.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
        let marks = Set([8, 15])
        guard digits.count == 16, text.utf8.allSatisfy({ $0 < 128 }),
            digits.enumerated().allSatisfy({ marks.contains($0.offset) || (0...9).contains($0.element) })
        else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        let seconds = number(9..<11) * 3600 + number(11..<13) * 60 + number(13..<15)
        guard (1...12).contains(date.month) else { return nil }
        self.init(Instant(unixSeconds: Int64(date.dayNumber) * Self.secondsPerDay + Int64(seconds)))
        // What is no date, no time or has other marks is written in another way.
        guard description == text else { return nil }
    }

    /// Days since 1970-01-01.
    var dayNumber: Int { Int(instant.unixSeconds.flooredDivision(by: Self.secondsPerDay)) }

    package static func < (left: Self, right: Self) -> Bool { left.instant < right.instant }
}

extension BackupName: CustomStringConvertible {
    package var description: String {
        let date = CivilDate(dayNumber: dayNumber)
        let second = Int(instant.unixSeconds - Int64(dayNumber) * Self.secondsPerDay)
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let day = padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2)
        return day + "T" + padded(second / 3600, 2) + padded(second / 60 % 60, 2) + padded(second % 60, 2) + "Z"
    }
}
