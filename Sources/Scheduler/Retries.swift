/// How often a run that failed is tried again, and when.
package struct Retries: Hashable, Sendable {
    /// The longest pause before another attempt.
    static let longestPause = Duration.seconds(15 * 60)

    /// 0: never.
    package let count: Int
    /// Before the second attempt; it doubles each time.
    package let firstPause: Duration

    package static let none = Retries(count: 0, firstPause: .seconds(1))

    package init(count: Int, firstPause: Duration) {
        precondition(count >= 0 && firstPause > .zero, "a pause before each attempt")
        self.count = count
        self.firstPause = firstPause
    }

    /// The pause after an attempt: between half and all of what doubling gives, so that processes that failed together
    /// do not come back together.
    ///
    /// - Parameter attempt: the one that failed, from 1.
    func pause(after attempt: Int, using generator: inout some RandomNumberGenerator) -> Duration {
        var pause = firstPause
        for _ in 1..<max(attempt, 1) where pause < Self.longestPause { pause *= 2 }
        return min(pause, Self.longestPause) * Double.random(in: 0.5...1, using: &generator)
    }
}
