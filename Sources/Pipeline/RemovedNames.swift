package import Rankings

/// What removing the names of players changed in what is published.
package struct RemovedNames: Hashable, Sendable {
    /// The boards that show them, by name.
    package let boards: [BoardID]
    /// The files that were removed, below the output folder.
    package let files: [String]
    /// The events of the boards.
    package var events: Set<EventID> { Set(boards.map(\.event)) }
}
