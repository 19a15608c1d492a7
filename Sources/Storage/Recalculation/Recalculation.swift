import Scoring

/// A list whose scores are computed anew from the trail.
package struct Recalculation: Sendable {
    /// A list whose actions count: one of the same period, of this version of the board's rules or one before.
    struct Source: Hashable, Sendable {
        let number: Int64
        /// How many changes the lists of versions before have: an action's place is its number and this.
        let base: Int64
        /// Changes up to this one are computed, or will be with their players.
        var seen: Int64
    }

    /// What becomes of it.
    package let list: ScoreList
    /// By version, the list itself last.
    var sources: [Source]
    /// Players up to this one are computed.
    var lastUser: Int64
    /// How many that is.
    package var done: Int
    /// Accepted actions that do not count by these rules.
    package var leftOut: Int

    func place(of change: Int64, on source: Int64) -> Int64 {
        change + (sources.first { $0.number == source }?.base ?? 0)
    }
}
