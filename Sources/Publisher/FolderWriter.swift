package import Rankings
import SerialExecution

/// The folder of published files, written on a queue of its own: disks block, and the threads that serve everything
/// else must not wait for them.
package actor FolderWriter {
    private let sink: FolderSink
    private let executor = QueueExecutor(label: "borderline.output")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter folder: where the site is; made with the first file.
    package init(folder: String) { sink = FolderSink(folder: folder) }

    /// Publishes an edition: what its roots name, then the roots. See `FolderSink.publish(_:)`.
    @discardableResult
    package func publish(_ files: EditionFiles) throws(PublisherError) -> SinkReport { try sink.publish(files) }

    /// Publishes files that no root has to wait for.
    @discardableResult
    package func publish(_ files: [OutputFile]) throws(PublisherError) -> SinkReport { try sink.publish(files) }

    /// Packs the finished hours of a board. See `FolderSink.seal(_:before:)`.
    package func seal(_ board: BoardID, before slot: Slot) throws(PublisherError) {
        try sink.seal(board, before: slot)
    }

    /// Removes forecasts that no page shows any more. See `FolderSink.pruneForecasts(of:documents:charts:)`.
    package func pruneForecasts(
        of board: BoardID, documents: Set<String>, charts: Set<String>
    ) throws(PublisherError) {
        try sink.pruneForecasts(of: board, documents: documents, charts: charts)
    }

    /// Removes the names of players. See `FolderSink.removeNames(of:madeAgain:)`.
    package func removeNames(
        of players: Set<Pseudonym>, madeAgain: Set<BoardID>
    ) throws(PublisherError) -> [String] {
        try sink.removeNames(of: players, madeAgain: madeAgain)
    }

    /// Removes what a board's past minutes showed. See `FolderSink.removePast(of:keeping:)`.
    package func removePast(of board: BoardID, keeping files: EditionFiles) throws(PublisherError) -> Int {
        try sink.removePast(of: board, keeping: files)
    }

    /// Clears what an unclean end left behind. See `FolderSink.repair()`.
    @discardableResult
    package func repair() throws(PublisherError) -> RepairReport { try sink.repair() }
}
