/// How much one sender may do: so many in any hour, and so many of them at once. Whoever does more is blocked for a
/// while.
package struct RateLimit: Hashable, Sendable {
    package let perHour: Int
    /// At most `perHour`.
    package let atOnce: Int
    package let block: Duration

    private static let hourMilliseconds: Int64 = 3_600_000

    package init(perHour: Int, atOnce: Int, block: Duration) {
        precondition(1 <= atOnce && atOnce <= perHour, "some at once, and no more than in an hour")
        self.perHour = perHour
        self.atOnce = atOnce
        self.block = block
    }

    /// What one more uses up, so that no hour has more than `perHour`: those at once and what comes back in it.
    package var intervalMilliseconds: Int64 { Self.hourMilliseconds / Int64(max(perHour - atOnce, 1)) }

    /// How far ahead of the steady pace a sender may be.
    package var slackMilliseconds: Int64 { intervalMilliseconds * Int64(atOnce - 1) }
}
