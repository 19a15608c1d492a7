import Activity
import Rankings

/// Lengths, ages and dates in words.
extension Catalogue {
    /// A length of time in its two largest units: `3 d 4 h`, `4 h 12 min`, `12 min`, `0 min`.
    func length(_ duration: Duration) -> String {
        let minutes = max(0, Int(duration.wholeMilliseconds / 60_000))
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        if days > 0 { return self[.lengthDays, ["days": String(days), "hours": String(hours)]] }
        if hours > 0 { return self[.lengthHours, ["hours": String(hours), "minutes": String(rest)]] }
        return self[.lengthMinutes, ["minutes": String(rest)]]
    }

    /// How long ago, in one unit: `now`, `4 min`, `3 h`, `2 d`.
    func age(minutes: Int) -> String {
        switch minutes {
        case ...0: self[.ageNow]
        case ..<60: self[.ageMinutes, ["n": String(minutes)]]
        case ..<1440: self[.ageHours, ["n": String(minutes / 60)]]
        default: self[.ageDays, ["n": String(minutes / 1440)]]
        }
    }

    /// `20 Nov`
    func shortDate(_ time: CivilTime) -> String {
        self[.dateShort, ["day": String(time.day), "month": month(of: time)]]
    }

    /// `20 Nov 2026`
    func date(_ time: CivilTime) -> String {
        self[.dateLong, ["day": String(time.day), "month": month(of: time), "year": String(time.year)]]
    }

    /// What the time since the last score is taken for; nil for who plays.
    func words(of state: PlayState) -> String? {
        switch state {
        case .playing, .paused: nil
        case .asleep: self[.asleep]
        case .parked: self[.parked]
        }
    }

    /// A name as a page shows it: never empty.
    func shown(_ name: String?) -> String {
        guard let name else { return self[.removedPlayer] }
        return DisplayText.visibleName(name) ?? self[.invisibleName]
    }

    private func month(of time: CivilTime) -> String {
        // The keys of the months are consecutive cases, and a month is one of twelve.
        self[WordKey.months[time.month - 1]]
    }
}
