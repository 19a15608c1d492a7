import Rankings
import Recording

/// What a recording says of one rank, each score from the start of the slot it was seen in.
struct RecordedCourse: Sendable {
    let rank: Int
    private let slots: [Int64]
    private let scores: [Int64]

    /// - Parameter observations: of this rank, by time. The last one in a slot counts.
    init(rank: Int, observations: [RecordedObservation], interval: SlotInterval) {
        self.rank = rank
        var slots: [Int64] = []
        var scores: [Int64] = []
        for observation in observations {
            let slot = interval.slot(ofSecond: observation.at)
            if slots.last == slot {
                scores[scores.count - 1] = observation.score
            } else {
                slots.append(slot)
                scores.append(observation.score)
            }
        }
        self.slots = slots
        self.scores = scores
    }

    /// The newest score seen in a slot that has begun; nil before the first.
    func score(at instant: Instant) -> Int64? {
        let second = instant.unixSeconds
        var low = 0
        var high = slots.count
        while low < high {
            let middle = (low + high) / 2
            if slots[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : scores[low - 1]
    }
}
