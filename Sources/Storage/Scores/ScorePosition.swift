package import Rankings

/// What a submission finds: what it is decided upon.
package struct ScorePosition: Hashable, Sendable {
    /// 0 for a user that nothing was accepted of yet.
    let user: Int64
    /// Nil where the user is not on the list.
    package let score: Int64?
    /// The number of the change that set it last; 0 where there is none.
    let lastChange: Int64
    /// The user's name or picture are others than before.
    let isRenamed: Bool
    /// When the newest action of the same type was accepted on the list, since the one that is judged began; nil where
    /// none was.
    package let lastAccepted: Instant?
    /// A moderator has banned the user: nothing of them is accepted.
    package let isBanned: Bool
    /// A moderator has taken the user off the list.
    let isHidden: Bool

    /// Of a user of whom nothing was accepted yet.
    static let unknown = ScorePosition(
        user: 0, score: nil, lastChange: 0, isRenamed: false, lastAccepted: nil, isBanned: false, isHidden: false)
}
