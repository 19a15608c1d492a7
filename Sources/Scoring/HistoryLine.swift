package import Rankings

/// One accepted action of a player.
package struct HistoryLine: Hashable, Sendable {
    /// 16 bytes.
    package let action: [UInt8]
    package let board: String
    package let version: Int
    package let period: String
    package let type: String
    /// What the client said it was worth; nil where it said nothing.
    package let value: Int64?
    package let points: Int64
    /// Nil where it was the first.
    package let oldScore: Int64?
    package let accepted: AcceptedScore
    package let at: Instant

    package init(
        action: [UInt8], board: String, version: Int, period: String, type: String, value: Int64?, points: Int64,
        oldScore: Int64?, accepted: AcceptedScore, at: Instant
    ) {
        self.action = action
        self.board = board
        self.version = version
        self.period = period
        self.type = type
        self.value = value
        self.points = points
        self.oldScore = oldScore
        self.accepted = accepted
        self.at = at
    }
}
