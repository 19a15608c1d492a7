/// One change of a list, as those who watch it are told.
package struct ScoreChange: Hashable, Sendable {
    /// Its number on the list: one more than that of the change before.
    package let number: Int64
    /// The player with the score and the place after it.
    package let entry: ListEntry
    package let delta: Int64

    package init(number: Int64, entry: ListEntry, delta: Int64) {
        self.number = number
        self.entry = entry
        self.delta = delta
    }
}
