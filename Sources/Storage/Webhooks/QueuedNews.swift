package import Rankings
package import Scoring

/// Something that is to be told to somebody.
package struct QueuedNews: Hashable, Sendable {
    /// The same whenever it is told again.
    package let id: Int64
    package let kind: ScoreNews.Kind
    /// The achievement's.
    package let achievement: String?
    package let board: String
    package let version: Int
    package let period: String
    package let title: String
    package let scale: Int
    package let player: Pseudonym
    package let name: String
    package let score: Int64
    package let oldScore: Int64?
    package let place: Int
    package let change: Int64
    package let at: Instant
    /// How often telling it failed.
    package let attempts: Int
    /// How often telling anything to the same failed since it last went well.
    package let failures: Int

    package init(
        id: Int64, kind: ScoreNews.Kind, achievement: String?, board: String, version: Int, period: String,
        title: String, scale: Int, player: Pseudonym, name: String, score: Int64, oldScore: Int64?, place: Int,
        change: Int64, at: Instant, attempts: Int, failures: Int
    ) {
        self.id = id
        self.kind = kind
        self.achievement = achievement
        self.board = board
        self.version = version
        self.period = period
        self.title = title
        self.scale = scale
        self.player = player
        self.name = name
        self.score = score
        self.oldScore = oldScore
        self.place = place
        self.change = change
        self.at = at
        self.attempts = attempts
        self.failures = failures
    }
}
