package import Rankings

/// Five minutes of one host's counters.
package struct HostPeriod: Hashable, Comparable, Sendable {
    /// Five minutes since 1970, numbered.
    package let number: Int64

    package static let length: Duration = .minutes(5)
    /// Periods that count: four hours, the present one included.
    package static let window: Int64 = 48

    package init(number: Int64) { self.number = number }

    package init(containing instant: Instant) {
        number = instant.unixMilliseconds.flooredDivision(by: Self.length.wholeMilliseconds)
    }

    package var start: Instant { Instant(unixMilliseconds: number * Self.length.wholeMilliseconds) }

    /// The first of the periods that count in this one.
    package var windowStart: HostPeriod { HostPeriod(number: number - Self.window + 1) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
