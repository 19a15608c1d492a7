package import Scoring

/// How much senders may do.
package struct SubmissionLimits: Hashable, Sendable {
    package let user: RateLimit
    /// Of an address, or of a network of IPv6: households, schools and mobile networks share one.
    package let address: RateLimit

    /// Of a server that submits for players.
    package let server: RateLimit

    package init(user: RateLimit, address: RateLimit, server: RateLimit) {
        self.user = user
        self.address = address
        self.server = server
    }

    func limit(of sender: Sender) -> RateLimit {
        switch sender {
        case .player: address
        case .server: server
        }
    }

    /// Bytes of a body.
    static let bodyBytes = 4096
    /// Players in one answer.
    static let players = 1...100
    static let usualPlayers = 100
    /// Lines of a history in one answer.
    static let historyLines = 1...100
    static let usualHistoryLines = 50
    /// How long an answer about a list is given again.
    static let topLifetime = Duration.seconds(1)
    /// Different questions about lists whose answers are kept.
    static let topAnswers = 512
    /// Times a submission looks again because another of the same user came between.
    static let attempts = 32
}
