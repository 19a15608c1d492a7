package import Rankings

/// When a crontab line runs: the five fields of crontab(5), or one of its `@` words. Times are UTC.
package struct CronSchedule: Hashable, Sendable {
    /// How far `next` looks. A 29 February on a given weekday can be 40 years away (across a year such as 2100), and
    /// nothing that ever happens is rarer.
    package static let horizonYears = 40

    /// Runs once when the scheduler starts, and at no minute.
    package let isAtStart: Bool

    private let minutes: UInt64
    private let hours: UInt64
    private let days: UInt64
    private let months: UInt64
    private let weekdays: UInt64
    /// Either day field begins with `*`: then both must match, else one of them is enough.
    private let needsBothDays: Bool

    /// Reads `*/15 2-5 * * mon-fri` or `@daily`, as Debian's crontab(5) describes them.
    ///
    /// - Throws: `CrontabError` without a line, which says what would be right.
    package init(_ expression: String) throws(CrontabError) {
        let words = expression.split { $0 == " " || $0 == "\t" }
        if let first = words.first, first.hasPrefix("@") {
            guard words.count == 1 else {
                throw CrontabError(
                    .badSchedule, "\"\(expression)\" has something after \(first), which stands alone")
            }
            try self.init(word: first)
            return
        }
        guard words.count == 5 else {
            throw CrontabError(
                .badSchedule,
                "\"\(expression)\" has \(words.count) of five fields; write minute, hour, day of month, month and "
                    + "day of week"
            )
        }
        try self.init(fields: words)
    }

    private init(word: Substring) throws(CrontabError) {
        let fields: String
        switch word {
        case "@reboot":
            self.init()
            return
        case "@yearly", "@annually": fields = "0 0 1 1 *"
        case "@monthly": fields = "0 0 1 * *"
        case "@weekly": fields = "0 0 * * 0"
        case "@daily", "@midnight": fields = "0 0 * * *"
        case "@hourly": fields = "0 * * * *"
        default:
            throw CrontabError(
                .badSchedule,
                "\"\(word)\" is not known; cron knows @reboot, @yearly, @annually, @monthly, @weekly, @daily, "
                    + "@midnight and @hourly, in lower case")
        }
        try self.init(fields: fields.split(separator: " "))
    }

    private init(fields: [Substring]) throws(CrontabError) {
        minutes = try CronField.minute.values(in: fields[0])
        hours = try CronField.hour.values(in: fields[1])
        days = try CronField.dayOfMonth.values(in: fields[2])
        months = try CronField.month.values(in: fields[3])
        let named = try CronField.dayOfWeek.values(in: fields[4])
        weekdays = (named | named >> 7) & 0b111_1111  // 7 is Sunday too
        needsBothDays = fields[2].hasPrefix("*") || fields[4].hasPrefix("*")
        isAtStart = false
    }

    /// `@reboot`.
    private init() {
        (minutes, hours, days, months, weekdays) = (0, 0, 0, 0, 0)
        needsBothDays = true
        isAtStart = true
    }

    /// Whether the line runs in this minute.
    package func matches(_ slot: Slot) -> Bool {
        let (dayNumber, minute) = Self.parts(of: slot)
        return has(minutes, minute % 60) && has(hours, minute / 60)
            && matches(CivilDate(dayNumber: dayNumber), dayNumber: dayNumber)
    }

    /// The first minute after the slot in which the line runs; nil where there is none within `horizonYears`, as on
    /// 30 February, and for `@reboot`.
    package func next(after slot: Slot) -> Slot? {
        guard minutes != 0 else { return nil }
        var (dayNumber, minute) = Self.parts(of: slot + 1)
        var date = CivilDate(dayNumber: dayNumber)
        let lastYear = date.year + Self.horizonYears
        while date.year <= lastYear {
            if !has(months, date.month) {
                date = date.firstOfNextMonth
                (dayNumber, minute) = (date.dayNumber, 0)
                continue
            }
            if matches(date, dayNumber: dayNumber), let found = firstMinute(from: minute) {
                return Slot(unixMinute: Int64(dayNumber * Self.minutesPerDay + found))
            }
            (dayNumber, minute) = (dayNumber + 1, 0)
            date = CivilDate(dayNumber: dayNumber)
        }
        return nil
    }

    private func matches(_ date: CivilDate, dayNumber: Int) -> Bool {
        guard has(months, date.month) else { return false }
        let day = has(days, date.day)
        let weekday = has(weekdays, CivilDate.weekday(ofDayNumber: dayNumber))
        return needsBothDays ? day && weekday : day || weekday
    }

    /// The first matching minute of a day at or after the given one; nil where the day has none left.
    private func firstMinute(from minute: Int) -> Int? {
        var candidate = minute
        while candidate < Self.minutesPerDay {
            if !has(hours, candidate / 60) {
                candidate = (candidate / 60 + 1) * 60
            } else if has(minutes, candidate % 60) {
                return candidate
            } else {
                candidate += 1
            }
        }
        return nil
    }

    private func has(_ bits: UInt64, _ value: Int) -> Bool { bits >> UInt64(value) & 1 == 1 }

    private static let minutesPerDay = 1440

    /// The day since 1970 and the minute within it.
    private static func parts(of slot: Slot) -> (dayNumber: Int, minute: Int) {
        let day = slot.unixMinute.flooredDivision(by: Int64(minutesPerDay))
        return (Int(day), Int(slot.unixMinute - day * Int64(minutesPerDay)))
    }
}
