package import Rankings

/// The folder of published files: lanes that write side by side, one for each processor.
package struct FolderWriter: Sendable {
    private let lanes: [FolderLane]

    /// - Parameters:
    ///   - folder: where the site is; made with the first file.
    ///   - lanes: how many boards are written at once, at least one.
    package init(folder: String, lanes: Int) {
        precondition(lanes > 0, "a folder is written by at least one lane")
        self.lanes = (0..<lanes).map { _ in FolderLane(folder: folder) }
    }

    /// For what belongs to no board.
    package var site: FolderLane { lanes[0] }

    /// For what belongs to a board: the same each time in one process.
    package func lane(of board: BoardID) -> FolderLane {
        lanes[Int(UInt(bitPattern: board.hashValue) % UInt(lanes.count))]
    }
}
