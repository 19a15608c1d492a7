import Glibc

/// The few calls to the operating system that publishing needs, each with its errors turned into ours.
enum FileSystem {
    /// The bytes of a file.
    static func read(_ path: String) throws(PublisherError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot be opened", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("cannot be read", path) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// Writes a new file. Where it fails, nothing is left of it.
    static func write(_ bytes: [UInt8], to path: String) throws(PublisherError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, fileMode)
        guard descriptor >= 0 else { throw failure("cannot be made", path) }
        let problem = writeAll(bytes, to: descriptor)
        let closed = close(descriptor)
        guard problem == 0, closed == 0 else {
            let code = problem == 0 ? errno : problem
            unlink(path)
            throw failure("cannot be written", path, code: code)
        }
    }

    /// Gives a file a second name.
    ///
    /// - Returns: false where the file system has no second names, or no more for this file.
    static func link(_ path: String, to second: String) throws(PublisherError) -> Bool {
        if Glibc.link(path, second) == 0 { return true }
        guard [EPERM, EOPNOTSUPP, EMLINK, ENOSYS].contains(errno) else { throw failure("cannot be linked", second) }
        return false
    }

    /// Gives a file its final name in one step.
    static func move(_ path: String, to final: String) throws(PublisherError) {
        guard rename(path, final) == 0 else { throw failure("cannot be moved to its name", final) }
    }

    /// Forces everything written to the folder's file system to the disk.
    static func sync(_ folder: String) throws(PublisherError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot be opened", folder) }
        defer { close(descriptor) }
        guard FileSystemSync.call(descriptor) == 0 else { throw failure("cannot be forced to the disk", folder) }
    }

    /// The size of a plain file; nil where there is none.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// When a file's bytes were written by the clock of the machine, in Unix seconds; nil where there is none.
    static func written(_ path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mtim.tv_sec : nil
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes the folder a file goes into, and those above it.
    static func makeFolder(above path: String) throws(PublisherError) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        if mkdir(folder, folderMode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw failure("cannot be made", folder) }
        try makeFolder(above: folder)
        guard mkdir(folder, folderMode) == 0 || errno == EEXIST else { throw failure("cannot be made", folder) }
    }

    /// The names in a folder, sorted; empty where there is no such folder.
    static func names(in folder: String) throws(PublisherError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw failure("cannot be listed", folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func remove(_ path: String) throws(PublisherError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("cannot be removed", path) }
    }

    /// Removes a file, or a folder with all that is in it.
    static func removeTree(_ path: String) throws(PublisherError) {
        guard isFolder(path) else { return try remove(path) }
        for name in try names(in: path) { try removeTree("\(path)/\(name)") }
        guard rmdir(path) == 0 || errno == ENOENT else { throw failure("cannot be removed", path) }
    }

    /// For cleaning up where an error is already on its way.
    static func removeIfPresent(_ path: String) { unlink(path) }

    private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return errno }
                offset += count
            }
            return 0
        }
    }

    static func failure(_ problem: String, _ path: String, code: CInt = errno) -> PublisherError {
        let isFull = code == ENOSPC || code == EDQUOT
        return PublisherError(
            isFull ? .full : .storage, item: path, problem: "\(problem): \(String(cString: strerror(code)))")
    }

    /// Servers of another user read the output.
    private static let fileMode: mode_t = 0o644
    private static let folderMode: mode_t = 0o755
    /// One read of a file, in bytes: a whole board.
    private static let chunkBytes = 65_536
}
