/// The whole minute a reading is planned for, UTC.
package struct Slot: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whole minutes since 1970-01-01T00:00:00Z.
    package let unixMinute: Int64

    package init(unixMinute: Int64) { self.unixMinute = unixMinute }

    /// The slot whose minute holds the instant.
    package init(containing instant: Instant) { unixMinute = instant.unixMilliseconds.flooredDivision(by: 60_000) }

    /// The first instant of the minute.
    package var start: Instant { Instant(unixMilliseconds: unixMinute * 60_000) }

    /// Unix seconds of the first instant, the form in which slots are published.
    package var unixSeconds: Int64 { unixMinute * 60 }

    /// The first slot of the hour this slot is in.
    package var hour: Slot { Slot(unixMinute: unixMinute.flooredDivision(by: 60) * 60) }

    package var description: String { start.description }

    package static func < (left: Self, right: Self) -> Bool { left.unixMinute < right.unixMinute }
    package static func + (slot: Self, minutes: Int) -> Self { Self(unixMinute: slot.unixMinute + Int64(minutes)) }
    package static func - (slot: Self, minutes: Int) -> Self { Self(unixMinute: slot.unixMinute - Int64(minutes)) }

    /// Minutes from the earlier slot to the later one.
    package static func - (later: Self, earlier: Self) -> Int { Int(later.unixMinute - earlier.unixMinute) }
}
