package import Rankings

/// What one answer shows of one board.
package enum BoardPart: Hashable, Sendable {
    case entries([Entry])
    case borders([Border])
    /// The upstream is tallying and shows nothing that counts.
    case counting
}
