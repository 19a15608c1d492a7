package import Rankings

/// Which slots of a board its published series hold: the quarters of every hour, in days of UTC.
package enum SeriesSchedule {
    /// Minutes from one sample to the next; divides an hour.
    package static let minutes = 15

    /// The first slot of the slot's day.
    package static func day(of slot: Slot) -> Slot {
        Slot(unixMinute: slot.unixMinute.flooredDivision(by: dayMinutes) * dayMinutes)
    }

    /// The days of a board that are over by the slot, oldest first.
    package static func daysOver(by slot: Slot, from first: Slot) -> [Slot] {
        Array(sequence(first: day(of: first)) { $0 + Int(dayMinutes) }.prefix { $0 < day(of: slot) })
    }

    /// The slots of the slot's day that are samples, from the board's first slot to the slot itself.
    package static func samples(through slot: Slot, from first: Slot) -> [Slot] {
        stride(from: day(of: slot).unixMinute, through: slot.unixMinute, by: minutes)
            .map(Slot.init(unixMinute:)).filter { $0 >= first }
    }

    /// The newest sample an edition of the slot knows; nil before the board's first.
    package static func newest(by slot: Slot, from first: Slot) -> Slot? {
        let newest = Slot(unixMinute: slot.unixMinute.flooredDivision(by: Int64(minutes)) * Int64(minutes))
        return newest < first ? nil : newest
    }

    /// The last slot of the day.
    package static func lastSlot(ofDay day: Slot) -> Slot { day + Int(dayMinutes) - 1 }

    private static let dayMinutes: Int64 = 1_440
}
