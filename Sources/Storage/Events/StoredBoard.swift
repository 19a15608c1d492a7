package import Rankings

/// A board as the store knows it.
package struct StoredBoard: Hashable, Sendable {
    /// The store's number of the board.
    let number: Int64
    let gameNumber: Int64
    package let event: Event
    package let board: Board
    /// Nothing is planned for it any more and every slot has its outcome.
    package let isSettled: Bool
    /// When its players were removed because they need not be kept any longer; nil where they are kept.
    package let prunedAt: Instant?
}
