package import Rankings

/// When a board is forecast: at fixed instants, and late rather than never where one was missed.
package enum ForecastSchedule {
    /// Minutes between forecasts where nothing else is configured, counted from midnight UTC. A border's rest moves by
    /// about a hundredth of itself in this time, less than any forecast knows of it.
    package static let standardMinutes = 15
    /// Hours before the end at which a forecast is made in any case: the leads forecasts are scored at, and the last
    /// hour, in which viewers decide.
    package static let leadHours = [72, 48, 24, 12, 6, 3, 1]

    /// Whether a forecast is to be made at the slot: while the board runs, when none was made since the newest instant
    /// one was due. Instants that were missed are made up for once, not each.
    ///
    /// - Parameter lastMade: the slot of the newest forecast of the board; nil where there is none.
    package static func isDue(
        at slot: Slot, lastMade: Slot?, times: EventTimes, everyMinutes: Int = standardMinutes
    ) -> Bool {
        guard slot.start >= times.starts, slot.start < times.ends,
            let due = newestDue(at: slot, times: times, everyMinutes: everyMinutes)
        else { return false }
        guard let lastMade else { return true }
        return lastMade < due
    }

    /// The newest slot at or before the given one, within the board's time, at which a forecast is due.
    private static func newestDue(at slot: Slot, times: EventTimes, everyMinutes: Int) -> Slot? {
        let onGrid = Slot(unixMinute: slot.unixMinute.flooredDivision(by: Int64(everyMinutes)) * Int64(everyMinutes))
        let beforeEnd = leadHours.map { Slot(containing: times.ends - .hours($0)) }
        return ([onGrid] + beforeEnd).filter { $0 <= slot && $0.start >= times.starts }.max()
    }
}
