import Glibc

/// Names in directories, and whole trees.
enum DirectoryListing {
    /// The names in a directory without `.` and `..`, in no order; empty when it cannot be read.
    static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a file or a directory with all that is in it; links are removed, not followed.
    static func removeTree(_ path: String) throws(EmbeddedServerError) {
        var information = stat()
        guard lstat(path, &information) == 0 else { return }
        guard information.st_mode & S_IFMT == S_IFDIR else {
            try SystemCall.check(unlink(path), "remove", path)
            return
        }
        for name in names(in: path) { try removeTree("\(path)/\(name)") }
        try SystemCall.check(rmdir(path), "remove", path)
    }
}
