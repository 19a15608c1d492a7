package import Rankings

/// What readers see of an open board, and by when they should see more.
package struct EditionState: Hashable, Sendable {
    /// How long after its slot an edition may appear before it counts as late: a crawl to its limit, another process
    /// that takes over, and a busy machine.
    static let allowance = Duration.seconds(3 * 60)

    package let board: BoardID
    /// The newest published slot; nil where there is none yet.
    package let published: Slot?
    /// What its age is counted from: the newest published slot, or the board's start.
    package let reference: Instant
    /// The next planned slot after that; nil where none comes.
    let next: Slot?

    /// How long ago the slot of the next edition began; zero where it has not.
    package func overdue(at now: Instant) -> Duration { next.map { max(now - $0.start, .zero) } ?? .zero }

    /// Whether the next edition is late.
    package func isStale(at now: Instant) -> Bool { overdue(at: now) > Self.allowance }
}
