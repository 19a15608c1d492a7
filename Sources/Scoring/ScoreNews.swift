/// What may be worth telling of an accepted score.
package struct ScoreNews: Hashable, Sendable {
    /// Why it may be.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The score is better than the player's before, on boards where it is not so with every action anyway.
        case personalBest = "personal_best"
        /// The player is first, and was not before.
        case firstPlace = "first_place"
        /// The score reached one of the board's achievements, for the first time on the list.
        case achievement
    }

    /// A webhook that is told.
    package let hook: String
    package let kind: Kind
    /// The achievement's.
    package let name: String?

    package init(hook: String, kind: Kind, name: String? = nil) {
        self.hook = hook
        self.kind = kind
        self.name = name
    }
}
