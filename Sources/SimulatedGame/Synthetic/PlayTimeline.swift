/// All plays of one player in one event: when, and the score reached by each.
struct PlayTimeline: Sendable {
    /// Milliseconds after the event's start, rising.
    private(set) var times: [Int32] = []
    /// The score after each play.
    private(set) var totals: [Int64] = []

    /// - Precondition: no earlier than the play before.
    mutating func append(atMilliseconds time: Int32, points: Int64) {
        precondition(time >= times.last ?? 0, "plays come in order")
        times.append(time)
        totals.append((totals.last ?? 0) + points)
    }

    /// How many plays lie at or before the time.
    func plays(throughMilliseconds time: Int64) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if Int64(times[middle]) <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The score after so many plays.
    func total(afterPlays count: Int) -> Int64 { count == 0 ? 0 : totals[count - 1] }

    /// The same plays, each so much later; those beyond the limit are left out.
    func delayed(byMilliseconds delay: Int32, limitMilliseconds limit: Int32) -> Self {
        var copy = Self()
        for (index, time) in times.enumerated() where time + delay < limit {
            copy.append(atMilliseconds: time + delay, points: totals[index] - total(afterPlays: index))
        }
        return copy
    }
}
