package import Rankings

/// What one answer shows of one board.
package struct ShownBoard: Hashable, Sendable {
    /// Best first; nil where the answer has no list of players.
    package let entries: [Entry]?
    /// In any order; nil where the answer has no borders.
    package let borders: [Border]?
    /// The upstream is tallying and shows nothing that counts.
    package let isCounting: Bool
    /// What the upstream says of when this was so; nil where it says nothing.
    package let shownAt: Instant?
    /// How many rows of the answer were left out, by the reason in words.
    package let dropped: [String: Int]

    package init(
        entries: [Entry]? = nil, borders: [Border]? = nil, isCounting: Bool = false, shownAt: Instant? = nil,
        dropped: [String: Int] = [:]
    ) {
        self.entries = entries
        self.borders = borders
        self.isCounting = isCounting
        self.shownAt = shownAt
        self.dropped = dropped
    }

    /// A board whose scores are being tallied.
    package static let counting = ShownBoard(isCounting: true)
}
