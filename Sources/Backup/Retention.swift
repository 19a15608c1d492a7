import Rankings

/// Which backups are kept: the newest of each of the last days, weeks and months that have one.
///
/// Periods without a backup are not counted, so that time alone removes nothing: after a pause of a year as many are
/// there as before it.
package struct Retention: Hashable, Sendable {
    /// 30 days, 12 weeks and 12 months.
    package static let standard = Retention(days: 30, weeks: 12, months: 12)

    package let days: Int
    package let weeks: Int
    package let months: Int

    package init(days: Int, weeks: Int, months: Int) {
        precondition(days >= 0 && weeks >= 0 && months >= 0, "counts of periods")
        self.days = days
        self.weeks = weeks
        self.months = months
    }

    /// Those to keep, the newest always among them. Days are UTC's, weeks begin on Monday.
    package func kept(_ names: some Sequence<BackupName>) -> Set<BackupName> {
        let newestFirst = names.sorted(by: >)
        let kept =
            newest(newestFirst, periods: days) { $0.dayNumber }
            + newest(newestFirst, periods: weeks) { Self.week(of: $0) }
            + newest(newestFirst, periods: months) { Self.month(of: $0) }
        return Set(kept + newestFirst.prefix(1))
    }

    /// The first name of each of the first periods.
    private func newest(_ names: [BackupName], periods: Int, period: (BackupName) -> Int) -> [BackupName] {
        var seen: Set<Int> = []
        return Array(names.filter { seen.insert(period($0)).inserted }.prefix(periods))
    }

    /// 1970-01-01 was a Thursday.
    private static func week(of name: BackupName) -> Int { Int(Int64(name.dayNumber + 3).flooredDivision(by: 7)) }

    private static func month(of name: BackupName) -> Int {
        let date = CivilDate(dayNumber: name.dayNumber)
        return date.year * 12 + date.month
    }
}
