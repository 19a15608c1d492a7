/// What a player has gained on a board, and when the last of it came: whoever reached a score first stands first.
struct PlayerGain: Comparable, Sendable {
    /// Index in the event's players.
    let index: Int
    let score: Int64
    /// Milliseconds after the event's start.
    let reachedAt: Int32

    /// Better first.
    static func < (left: Self, right: Self) -> Bool {
        if left.score != right.score { return left.score > right.score }
        if left.reachedAt != right.reachedAt { return left.reachedAt < right.reachedAt }
        return left.index < right.index
    }
}
