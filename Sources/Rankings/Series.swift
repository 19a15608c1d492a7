/// How a border or a player went, as the changes of it.
package struct Series: Hashable, Sendable {
    /// One change; it holds until the next.
    package struct Point: Hashable, Sendable {
        package let slot: Slot
        /// nil where the player was on the list no more.
        package let rank: Int?
        /// nil where nothing was shown any more.
        package let score: Int64?
        /// The player's name from here on; nil for a border, and for one who was forgotten.
        package let name: String?

        package init(slot: Slot, rank: Int?, score: Int64?, name: String? = nil) {
            self.slot = slot
            self.rank = rank
            self.score = score
            self.name = name
        }
    }

    /// By slot; the first may be what held when the series begins.
    package let points: [Point]

    package init(points: [Point]) { self.points = points }

    /// What held at every `step`-th minute from the first slot up to and including the last; nil before the first
    /// point.
    package func sampled(from first: Slot, through last: Slot, every step: Int) -> [Point?] {
        precondition(step > 0, "a series is sampled every so many minutes")
        var samples: [Point?] = []
        samples.reserveCapacity(max(0, (last - first) / step + 1))
        var begun = 0
        for minute in stride(from: first.unixMinute, through: last.unixMinute, by: step) {
            while begun < points.count, points[begun].slot.unixMinute <= minute { begun += 1 }
            samples.append(begun == 0 ? nil : points[begun - 1])
        }
        return samples
    }
}
