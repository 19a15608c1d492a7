package import Rankings
package import Scoring

/// An action that counts, as it is written down.
package struct ScoreSubmission: Hashable, Sendable {
    package let list: ScoreList
    package let user: ScoreUser
    /// Becomes the user's, where nothing was accepted of them yet.
    package let newPlayer: Pseudonym
    /// 16 bytes.
    package let action: [UInt8]
    package let type: String
    package let value: Int64?
    package let points: Int64
    package let newScore: Int64
    package let begun: Instant
    package let accepted: Instant
    /// What is told of it, to whom.
    package let news: [ScoreNews]

    package init(
        list: ScoreList, user: ScoreUser, newPlayer: Pseudonym, action: [UInt8], type: String, value: Int64?,
        points: Int64, newScore: Int64, begun: Instant, accepted: Instant,
        news: [ScoreNews] = []
    ) {
        self.list = list
        self.user = user
        self.newPlayer = newPlayer
        self.action = action
        self.type = type
        self.value = value
        self.points = points
        self.newScore = newScore
        self.begun = begun
        self.accepted = accepted
        self.news = news
    }
}
