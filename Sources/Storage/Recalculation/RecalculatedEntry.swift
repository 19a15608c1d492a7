import Rankings

/// A player's row as the trail and the rules make it.
struct RecalculatedEntry: Sendable {
    let user: Int64
    let score: Int64
    let key: Int64
    let reached: Int64
    let changed: Instant
    let isHidden: Bool
}
