import Glibc
import SerialExecution

/// Backups in a folder that is this user's alone: they hold the key of the pseudonyms.
package actor FolderPlace: BackupPlace {
    private static let folderMode: mode_t = 0o700

    package nonisolated let name: String
    private let executor = QueueExecutor(label: "backup.folder")

    /// - Parameter folder: absolute; made when the first backup is.
    package init(folder: String) { name = folder }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package func put(_ bytes: [UInt8], to path: String) throws {
        let final = "\(name)/\(path)"
        let folder = String(final[..<(final.lastIndex(of: "/") ?? final.startIndex)])
        try makeFolders(folder)
        let temporary = final + ".new"
        unlink(temporary)
        do throws(BackupError) {
            try File.write(bytes, to: temporary)
            // Read again: a disk that lies is found out now and not by the restore.
            guard try File.read(temporary, limitBytes: bytes.count) == bytes else {
                throw .storage(item: final, problem: "reads back other than it was written")
            }
            guard rename(temporary, final) == 0 else { throw .system("cannot be moved to its name", final) }
            try File.synchronize(folder)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    package func get(_ path: String, limitBytes: Int) throws -> [UInt8]? {
        try File.read("\(name)/\(path)", limitBytes: limitBytes)
    }

    package func files() throws -> [StoredFile] {
        var files: [StoredFile] = []
        for backup in try File.names(in: name) {
            for file in try File.names(in: "\(name)/\(backup)") {
                guard let bytes = try File.size(of: "\(name)/\(backup)/\(file)") else { continue }
                files.append(StoredFile(path: "\(backup)/\(file)", bytes: bytes))
            }
        }
        return files
    }

    package func remove(_ path: String) throws {
        let whole = "\(name)/\(path)"
        guard unlink(whole) == 0 || errno == ENOENT else { throw BackupError.system("cannot be removed", whole) }
        // The folder goes with its last file; until then this does nothing.
        if let slash = whole.lastIndex(of: "/") { rmdir(String(whole[..<slash])) }
    }

    private func makeFolders(_ path: String) throws(BackupError) {
        var current = ""
        for part in path.split(separator: "/") {
            current += "/" + part
            guard mkdir(current, Self.folderMode) == 0 || errno == EEXIST else {
                throw .system("cannot be made", current)
            }
        }
    }
}
