package import Rankings

/// An event that is over and whose players need not be kept any longer.
package struct PrunableEvent: Hashable, Sendable {
    package let event: EventID
    /// The latest close of its boards.
    package let closed: Instant
    package let boards: [BoardID]
    /// Rows of its players' series.
    package let changes: Int
}
