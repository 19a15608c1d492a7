import Rankings

extension EventTimes {
    /// Whether they are in their order; an upstream that has not settled them shows others.
    var isInOrder: Bool { starts < ends && ends <= announces && announces <= closes }
}

extension Instant {
    /// The year 9999: with what lies beyond, whatever an upstream may write, arithmetic would overflow.
    private static let last: Int64 = 253_402_300_799_000

    /// An instant that an upstream wrote; one before 1970 or after 9999 is the first or the last of these years.
    init(upstreamMilliseconds milliseconds: Int64) {
        self.init(unixMilliseconds: min(max(milliseconds, 0), Self.last))
    }

    /// The end of scoring where the upstream names the last instant that counts: the next full second
    /// (`hh:59:59.000` counts to the full hour).
    var afterLastCounted: Instant { Instant(unixSeconds: unixSeconds + 1) }
}
