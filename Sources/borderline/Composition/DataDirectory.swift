import Foundation

/// The files of the data directory beside the embedded server.
struct DataDirectory: Sendable {
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    /// The key of the pseudonyms.
    var pseudonymKey: String { folder + "/pseudonym.key" }

    /// Who is forgotten, and whose names are gone from what is published.
    var players: String { folder + "/players" }

    /// How much room was taken in the last days.
    var diskSamples: String { folder + "/disk.samples" }

    /// Bodies of upstreams that were refused.
    var refusedBodies: String { folder + "/refused" }

    /// There while a restore is under way, and after one that was interrupted.
    private var unfinishedRestore: String { folder + "/restore.unfinished" }

    /// Whether a restore was begun and has not ended.
    var hasUnfinishedRestore: Bool { FileManager.default.fileExists(atPath: unfinishedRestore) }

    /// - Throws: `CommandError` while a restore is under way, and after one that was interrupted.
    func requireFinishedRestore() throws(CommandError) {
        guard hasUnfinishedRestore else { return }
        throw CommandError(
            "a restore into this database runs, or was interrupted (\(unfinishedRestore)): `borderline restore` again")
    }

    func beginRestore(of backup: String) throws {
        try Data("\(backup)\n".utf8).write(to: URL(fileURLWithPath: unfinishedRestore))
    }

    func endRestore() throws { try FileManager.default.removeItem(atPath: unfinishedRestore) }
}
