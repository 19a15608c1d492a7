import Glibc

/// The few calls to the operating system about folders that dumps need.
enum Folder {
    private static let mode: mode_t = 0o755

    /// Makes a folder and those above it.
    static func make(_ path: String) throws(DumpError) {
        if mkdir(path, mode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw .system("cannot be made", path)
        }
        try make(String(path[..<slash]))
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .system("cannot be made", path) }
    }

    /// The names in a folder, sorted; empty where there is no such folder.
    static func names(in folder: String) throws(DumpError) -> [String] {
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

    /// Gives a folder its name in one step.
    ///
    /// - Returns: whether it has it; false where the name was taken.
    static func move(_ path: String, to name: String) throws(DumpError) -> Bool {
        if rename(path, name) == 0 { return true }
        guard errno == ENOTEMPTY || errno == EEXIST else { throw .system("cannot be moved to its name", name) }
        return false
    }

    /// Removes a folder of plain files; what is gone already is no failure.
    static func remove(_ path: String) throws(DumpError) {
        for name in try names(in: path) {
            let file = "\(path)/\(name)"
            guard unlink(file) == 0 || errno == ENOENT else { throw .system("cannot be removed", file) }
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw .system("cannot be removed", path) }
    }

    /// Forces a folder's names to the disk.
    static func synchronize(_ path: String) throws(DumpError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot be opened", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("cannot be forced to the disk", path) }
    }
}
