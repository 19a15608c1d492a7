import Glibc
import SerialExecution

/// Measures folders, on a queue of its own: disks block.
package actor DiskGauge {
    private let executor = QueueExecutor(label: "borderline.disk")

    package init() {}

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The bytes that all files below the folders take on their disks. What vanishes meanwhile counts as nothing, as
    /// does a folder that is not there; one inside another is counted once.
    package func allocatedBytes(of folders: [String]) throws(DiskSpaceError) -> Int64 {
        var seen: Set<FileNumber> = []
        var bytes: Int64 = 0
        for folder in folders { bytes += try allocatedBytes(of: folder, depth: 0, seen: &seen) }
        return bytes
    }

    /// What an ordinary user may still write where the folder is or will be.
    package func freeBytes(at folder: String) throws(DiskSpaceError) -> Int64 {
        var path = folder
        while true {
            var status = statvfs()
            if statvfs(path, &status) == 0 { return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize)) }
            guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw DiskSpaceError("cannot be examined", path)
            }
            path = String(path[..<slash])
        }
    }

    private struct FileNumber: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    /// Published files lie five folders deep; a loop cannot be followed, for links are not.
    private static let depthLimit = 32

    private func allocatedBytes(
        of folder: String, depth: Int, seen: inout Set<FileNumber>
    ) throws(DiskSpaceError) -> Int64 {
        guard depth < Self.depthLimit else { return 0 }
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return 0 }
            throw DiskSpaceError("cannot be listed", folder)
        }
        defer { closedir(stream) }
        guard try isNew(folder, &seen) else { return 0 }
        var bytes: Int64 = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else {
                if errno == ENOENT { continue }
                throw DiskSpaceError("cannot be examined", path)
            }
            bytes += Int64(status.st_blocks) * Self.blockBytes
            if status.st_mode & S_IFMT == S_IFDIR {
                bytes += try allocatedBytes(of: path, depth: depth + 1, seen: &seen)
            }
        }
        return bytes
    }

    private func isNew(_ folder: String, _ seen: inout Set<FileNumber>) throws(DiskSpaceError) -> Bool {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw DiskSpaceError("cannot be examined", folder) }
        return seen.insert(FileNumber(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))).inserted
    }

    /// The unit of `st_blocks`, whatever the file system's own is.
    private static let blockBytes: Int64 = 512
}
