import Glibc

/// The few calls to the operating system that a folder of backups needs, each with its errors turned into ours.
enum File {
    private static let mode: mode_t = 0o600

    /// Writes a new file and forces it to the disk.
    static func write(_ bytes: [UInt8], to path: String) throws(BackupError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw .system("cannot be made", path) }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system("cannot be written", path) }
            start += count
        }
        guard fsync(descriptor) == 0 else { throw .system("cannot be forced to the disk", path) }
    }

    /// The bytes of a file; nil where there is none.
    static func read(_ path: String, limitBytes: Int) throws(BackupError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .system("cannot be opened", path)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limitBytes + 1)
        var end = 0
        while end < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + end }, $0.count - end)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system("cannot be read", path) }
            if count == 0 { return Array(bytes[..<end]) }
            end += count
        }
        throw .storage(item: path, problem: "has more than \(limitBytes) bytes")
    }

    /// Forces a folder's names to the disk.
    static func synchronize(_ folder: String) throws(BackupError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot be opened", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("cannot be forced to the disk", folder) }
    }

    /// The size of a plain file; nil for anything else.
    static func size(of path: String) throws(BackupError) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            // Removed since it was listed.
            if errno == ENOENT { return nil }
            throw .system("cannot be examined", path)
        }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// The names in a folder, sorted; empty where there is no such folder.
    static func names(in folder: String) throws(BackupError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw .system("cannot be listed", folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
