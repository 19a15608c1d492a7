import Rankings

extension RecordedBoard {
    /// The observations by whole minute and then by rank; the last one within a minute counts.
    package var observationsByMinute: [RecordedObservation] {
        let sorted = observations.sorted { left, right in
            (left.minute, left.rank, left.at) < (right.minute, right.rank, right.at)
        }
        var newest: [RecordedObservation] = []
        newest.reserveCapacity(sorted.count)
        for observation in sorted {
            if let last = newest.last, last.minute == observation.minute, last.rank == observation.rank {
                newest.removeLast()
            }
            newest.append(observation)
        }
        return newest
    }
}

extension RecordedObservation {
    fileprivate var minute: Int64 { at.flooredDivision(by: 60) }
}
