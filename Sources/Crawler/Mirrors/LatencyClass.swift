/// How long an answer took, by classes that grow by the square root of two, so that counts of several processes add up
/// and the upper bound of a quantile's class is at most 41 % too high.
package struct LatencyClass: Hashable, Comparable, Sendable {
    /// 0 to `last`.
    package let number: Int

    /// Answers beyond its lower bound of 58 s are all one class: no request may take longer.
    package static let last = 25
    /// The upper bound of class 0, in milliseconds.
    private static let firstMilliseconds = 10.0

    package init(number: Int) { self.number = min(max(0, number), Self.last) }

    package init(of duration: Duration) {
        var number = 0
        while number < Self.last, duration > LatencyClass(number: number).upperBound { number += 1 }
        self.number = number
    }

    /// 10 ms · √2ⁿ.
    package var upperBound: Duration {
        var milliseconds = Self.firstMilliseconds
        for _ in 0..<number { milliseconds *= 2.0.squareRoot() }
        return .milliseconds(milliseconds)
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
