import FoundationEssentials

/// A point in time, UTC, to the millisecond.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let unixMilliseconds: Int64

    package init(unixMilliseconds: Int64) { self.unixMilliseconds = unixMilliseconds }
    package init(unixSeconds: Int64) { self.unixMilliseconds = unixSeconds * 1000 }

    /// Whole seconds since 1970, rounded down.
    package var unixSeconds: Int64 { unixMilliseconds.flooredDivision(by: 1000) }

    package static func < (left: Self, right: Self) -> Bool { left.unixMilliseconds < right.unixMilliseconds }

    package static func + (instant: Self, duration: Duration) -> Self {
        Self(unixMilliseconds: instant.unixMilliseconds + duration.wholeMilliseconds)
    }

    package static func - (instant: Self, duration: Duration) -> Self {
        Self(unixMilliseconds: instant.unixMilliseconds - duration.wholeMilliseconds)
    }

    package static func - (later: Self, earlier: Self) -> Duration {
        .milliseconds(later.unixMilliseconds - earlier.unixMilliseconds)
    }
}

extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC; the fraction is left out where it is zero: `2026-11-20T12:03:00Z`.
    package var description: String {
        let date = Date(timeIntervalSince1970: Double(unixMilliseconds) / 1000)
        return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: unixMilliseconds % 1000 != 0))
    }

    /// Reads ISO 8601 with a zone (`2026-11-20T12:03:00Z`, `…+09:00`) or whole Unix seconds; nil where it is neither.
    package init?(_ text: String) {
        if let seconds = Int64(text) {
            self.init(unixSeconds: seconds)
            return
        }
        for fraction in [false, true] {
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: fraction)
            guard let date = try? style.parse(text) else { continue }  // nil is the answer for text of another form
            self.init(unixMilliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
            return
        }
        return nil
    }
}

extension Duration {
    /// Milliseconds, rounded down.
    package var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds.flooredDivision(by: 1_000_000_000_000_000)
    }

    /// Seconds as a floating-point number, for arithmetic and display.
    package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }

    package static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    package static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that instants before 1970 fall into the right second.
    package func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
