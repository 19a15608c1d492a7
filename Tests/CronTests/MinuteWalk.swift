import Rankings

func lengthOfMonth(_ month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

/// A clock that knows nothing but to go on by one minute: the slow oracle.
struct MinuteWalk {
    private(set) var slot: Slot
    private(set) var minute = 0
    private(set) var hour = 0
    private(set) var day: Int
    private(set) var month: Int
    private(set) var year: Int
    private(set) var weekday: Int

    /// Midnight of a day whose slot and weekday the test states.
    init(slot: Slot, year: Int, month: Int, day: Int, weekday: Int) {
        (self.slot, self.year, self.month, self.day, self.weekday) = (slot, year, month, day, weekday)
    }

    mutating func advance() {
        slot = slot + 1
        minute += 1
        if minute == 60 { (minute, hour) = (0, hour + 1) }
        guard hour == 24 else { return }
        (hour, day, weekday) = (0, day + 1, (weekday + 1) % 7)
        if day > lengthOfMonth(month, year: year) { (month, day) = (month + 1, 1) }
        if month == 13 { (year, month) = (year + 1, 1) }
    }

    /// Reads the fields afresh, by plain lists of values, for every minute it is asked about.
    func isDue(_ fields: OracleFields) -> Bool {
        guard fields.minutes.contains(minute), fields.hours.contains(hour), fields.months.contains(month) else {
            return false
        }
        let day = fields.days?.contains(day)
        let weekday = fields.weekdays?.contains(weekday)
        switch (day, weekday) {
        case (nil, nil): return true
        case (let day?, nil): return day
        case (nil, let weekday?): return weekday
        case (let day?, let weekday?): return day || weekday
        }
    }
}
