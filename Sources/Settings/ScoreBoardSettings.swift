package import Rankings

/// A board of one's own.
package struct ScoreBoardSettings: Hashable, Sendable {
    /// What points do to a score.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        case sum
        case best
        case last
        case decrement
        case weighted
    }

    /// When a new list begins.
    package enum Period: String, Hashable, Sendable, CaseIterable {
        case always
        case daily
        case weekly
        case monthly
        case event
    }

    /// One thing a player can do for points.
    package struct Action: Hashable, Sendable {
        package var type: String
        /// Nil where the client's value counts.
        package var points: Int?
        package var leastValue: Int
        package var mostValue: Int
        package var leastDuration: Duration
        package var lifetime: Duration
        package var mostPerSecond: Int?
    }

    /// What a weighted total is made of, and by which factors.
    package struct Weights: Hashable, Sendable {
        package static let counted = ["best-of-type", "every-action"]

        /// One of `counted`.
        package var counts: String
        package var decay: Double
        package var bonus: Double
        package var bonusDecay: Double
    }

    /// A score that is worth a word.
    package struct Achievement: Hashable, Sendable {
        package var name: String
        package var title: String
        package var score: Int
    }

    package static let orders = ["highest-first", "lowest-first"]
    package static let ties = ["earliest-first", "shared"]
    /// 2^53 − 1: what every reader of JSON keeps exactly.
    package static let greatestScore = 9_007_199_254_740_991

    package var name: String
    package var title: String
    package var version: Int
    package var rule: Rule
    /// What a `decrement` begins with.
    package var start: Int
    /// Of `weighted` alone.
    package var weights: Weights
    /// One of `orders`.
    package var order: String
    /// One of `ties`.
    package var ties: String
    package var scale: Int
    package var leastScore: Int
    package var mostScore: Int
    package var period: Period
    /// Who may submit; nil for everybody.
    package var group: String?
    /// A name of the time-zone database.
    package var zone: String
    /// Of an `event` alone; the end after the start.
    package var times: Range<Instant>?
    /// Each type once; never empty.
    package var actions: [Action]
    /// Each name once.
    package var achievements: [Achievement]
}
