/// How the score at one rank went, oldest first.
package struct BorderCourse: Hashable, Sendable {
    /// One observed score.
    package struct Point: Hashable, Sendable {
        package let slot: Slot
        package let score: Int64

        package init(slot: Slot, score: Int64) {
            self.slot = slot
            self.score = score
        }
    }

    package let rank: Int
    package let points: [Point]

    package init(rank: Int, points: [Point]) {
        self.rank = rank
        self.points = points
    }
}
