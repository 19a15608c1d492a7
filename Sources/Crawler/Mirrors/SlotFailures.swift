/// What failed in one slot's crawl, so that it ends in a few tries.
struct SlotFailures {
    /// Times a slot's requests may go on to another host, or to the same one after a short pause.
    static let failoverLimit = 2

    /// Places of the hosts that failed.
    var hosts: Set<Int> = []
    var failovers = 0

    var failoversLeft: Int { max(0, Self.failoverLimit - failovers) }
}
