/// Which of several hosts is asked. Pure: what is known of them and chance are parameters.
package enum MirrorChoice {
    /// The share of the best host's weight that every other has at least: one request in a hundred finds out whether it
    /// has become better.
    package static let leastShare = 0.01
    /// Below it latencies count as equal: a few milliseconds say nothing of a host.
    private static let leastLatency: Duration = .milliseconds(10)

    /// One weight per host, in their order: the share of answers to the fourth power over the square of the latency. A
    /// host that nothing is known of weighs as much as the best, until it is asked: then its answer is waited for.
    ///
    /// - Parameter waiting: how many requests each has not answered yet; empty for none.
    package static func weights(_ tallies: [HostTally], waiting: [Int] = []) -> [Double] {
        let known = tallies.map { $0.requests == 0 ? nil : weight($0) }
        guard let best = known.compactMap(\.self).max(), best > 0 else { return tallies.map { _ in 1 } }
        return known.enumerated().map { place, weight in
            let isWaitedFor = waiting.indices.contains(place) && waiting[place] > 0
            return max(weight ?? (isWaitedFor ? 0 : best), best * leastShare)
        }
    }

    /// The place of one of the hosts, by their weights.
    ///
    /// - Parameters:
    ///   - allowed: places; at least one.
    ///   - chance: 0 up to 1.
    package static func place(among allowed: [Int], weights: [Double], chance: Double) -> Int {
        precondition(!allowed.isEmpty, "a choice among none")
        var rest = chance * allowed.reduce(0) { $0 + weights[$1] }
        for place in allowed {
            rest -= weights[place]
            if rest < 0 { return place }
        }
        return allowed[allowed.count - 1]
    }

    private static func weight(_ tally: HostTally) -> Double {
        guard let latency = tally.latency75 else { return 0 }
        let answered = 1 - tally.failureRate
        let seconds = max(latency, leastLatency) / .seconds(1)
        return answered * answered * answered * answered / (seconds * seconds)
    }
}
