package import Rankings
import SerialExecution

/// Writes into the folder of published files on a queue of its own: disks and compression block, and the threads that
/// serve everything else must not wait for them. Whatever concerns one board goes through one lane, in order.
package actor FolderLane {
    private let sink: FolderSink
    private let executor = QueueExecutor(label: "borderline.output")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(folder: String) { sink = FolderSink(folder: folder) }

    /// Publishes an edition: what its roots name, then the roots. See `FolderSink.publish(_:trusting:)`.
    @discardableResult
    package func publish(
        _ files: EditionFiles, trusting trust: FolderSink.Trust = .plainBytes, isLast: Bool = false
    ) throws(PublisherError) -> SinkReport {
        try sink.publish(files, trusting: trust, isLast: isLast)
    }

    /// Publishes files that no root has to wait for.
    @discardableResult
    package func publish(
        _ files: [OutputFile], trusting trust: FolderSink.Trust = .plainBytes
    ) throws(PublisherError) -> SinkReport {
        try sink.publish(files, trusting: trust)
    }

    /// Whether all the files are there.
    package func holds(_ paths: [String]) -> Bool { paths.allSatisfy(sink.holds) }

    /// Those of the paths where no file is.
    package func lacking(_ paths: [String]) -> Set<String> { Set(paths.filter { !sink.holds($0) }) }

    /// The hours of a board that are over and have no pack. See `FolderSink.unsealedHours(of:before:)`.
    package func unsealedHours(of board: BoardID, before slot: Slot) throws(PublisherError) -> [Slot] {
        try sink.unsealedHours(of: board, before: slot)
    }

    /// Removes minutes whose hour has a pack. See `FolderSink.removeSealedMinutes(of:before:)`.
    package func removeSealedMinutes(of board: BoardID, before slot: Slot) throws(PublisherError) -> Bool {
        try sink.removeSealedMinutes(of: board, before: slot)
    }

    /// Removes what no root of a board reaches any more. See `FolderSink.sweep(_:olderThan:)`.
    @discardableResult
    package func sweep(_ board: BoardID, olderThan age: Duration) throws(PublisherError) -> Int {
        try sink.sweep(board, olderThan: age)
    }

    /// Removes the names of players. See `FolderSink.removeNames(of:madeAgain:)`.
    package func removeNames(
        of players: Set<Pseudonym>, madeAgain: Set<BoardID>
    ) throws(PublisherError) -> [String] {
        try sink.removeNames(of: players, madeAgain: madeAgain)
    }

    /// Removes what a board's past minutes showed. See `FolderSink.removePast(of:keeping:)`.
    package func removePast(of board: BoardID, keeping files: EditionFiles) throws(PublisherError) -> [String] {
        try sink.removePast(of: board, keeping: files)
    }

    /// Clears what an unclean end left behind. See `FolderSink.repair()`.
    @discardableResult
    package func repair() throws(PublisherError) -> RepairReport { try sink.repair() }
}
