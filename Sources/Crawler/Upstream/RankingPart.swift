/// The two halves of a board that upstreams answer apart.
package enum RankingPart: String, Hashable, Sendable, CaseIterable {
    /// The top of the board with its players.
    case entries
    /// Scores at ranks far below.
    case borders
}
