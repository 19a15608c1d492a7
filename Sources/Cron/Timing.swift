package import Rankings

/// When a job runs: a line of the crontab, or what configuration may say beyond one, which is seconds, a zone and
/// `@every`.
package struct Timing: Hashable, Sendable {
    private enum Rule: Hashable, Sendable {
        case atStart
        /// In milliseconds, counted from 1970.
        case every(Int64)
        case fields(CronSchedule, seconds: UInt64, isFixed: Bool, ZoneRules)
    }

    private let rule: Rule

    /// A line of the crontab, by UTC.
    package init(_ schedule: CronSchedule) {
        rule = schedule.isAtStart ? .atStart : .fields(schedule, seconds: 1, isFixed: false, .utc)
    }

    /// Reads five fields or an `@` word as cron does, six fields of which the first is the second, or `@every 90s`.
    ///
    /// - Parameter zone: whose clock the fields mean; `@every` counts from 1970-01-01T00:00Z in any.
    /// - Throws: `CrontabError` without a line, which says what would be right.
    package init(_ text: String, in zone: ZoneRules = .utc) throws(CrontabError) {
        let words = text.split { $0 == " " || $0 == "\t" }
        if let first = words.first, first.lowercased() == "@every" {
            guard first == "@every" else {
                throw CrontabError(.badSchedule, "\"\(first)\" is not known; write @every, in lower case")
            }
            rule = .every(try Self.interval(words.dropFirst()))
            return
        }
        guard words.count == 6 else {
            let schedule = try CronSchedule(text)
            let isFixed =
                words.count == 5
                ? !words[0].hasPrefix("*") && !words[1].hasPrefix("*") : words.first != "@hourly"
            rule = schedule.isAtStart ? .atStart : .fields(schedule, seconds: 1, isFixed: isFixed, zone)
            return
        }
        let seconds = try CronField.second.values(in: words[0])
        let schedule = try CronSchedule(words.dropFirst().joined(separator: " "))
        rule = .fields(schedule, seconds: seconds, isFixed: false, zone)
    }

    /// Runs once when the scheduler starts, and at no other time.
    package var isAtStart: Bool { rule == .atStart }

    /// The first instant after the given one at which the job runs; nil where there is none within
    /// `CronSchedule.horizonYears`.
    ///
    /// When the zone's clock jumps, a job at a fixed time of day runs once all the same, as with Debian's cron: at the
    /// jump where its time is left out, and at the first of two where it comes twice. One whose minute or hour begins
    /// with `*`, or that has seconds, runs whenever the clock shows its times.
    package func next(after instant: Instant) -> Instant? {
        switch rule {
        case .atStart: return nil
        case .every(let interval):
            let passed = instant.unixMilliseconds.flooredDivision(by: interval)
            return Instant(unixMilliseconds: (passed + 1) * interval)
        case .fields(let schedule, let seconds, let isFixed, let zone):
            let search = Search(schedule: schedule, seconds: seconds, isFixed: isFixed, zone: zone)
            return search.next(after: instant.unixSeconds).map(Instant.init(unixSeconds:))
        }
    }

    /// The longest interval: a leap year.
    private static let longestInterval: Int64 = 366 * 86_400_000
    private static let units: [(String, Int64)] = [("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)]

    /// `90s`, `15m`, `1h` or `7d` in milliseconds.
    private static func interval(_ words: ArraySlice<Substring>) throws(CrontabError) -> Int64 {
        let text = words.joined(separator: " ")
        if let (unit, length) = units.first(where: { text.hasSuffix($0.0) }) {
            let digits = text.dropLast(unit.count)
            if (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let count = Int64(digits), count > 0, count * length <= longestInterval
            {
                return count * length
            }
        }
        throw CrontabError(
            .badSchedule,
            "\"@every \(text)\" is not understood; write a whole number and a unit, as in @every 90s, up to "
                + "366d")
    }
}
