/// What became of an accepted action: the same whenever it is asked for.
package struct AcceptedScore: Hashable, Sendable {
    package let newScore: Int64
    /// The player's place when the action was accepted.
    package let place: Int
    /// What the action added to the score; negative where it took from it.
    package let delta: Int64
    /// The number of the change on its list: 1, 2, 3 and so on, without gaps.
    package let change: Int64

    package init(newScore: Int64, place: Int, delta: Int64, change: Int64) {
        self.newScore = newScore
        self.place = place
        self.delta = delta
        self.change = change
    }
}
