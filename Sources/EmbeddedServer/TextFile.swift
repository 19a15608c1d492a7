import Glibc

/// Small text files: read in part, written whole or not at all.
enum TextFile {
    /// The end of a file; empty when there is no such file.
    static func tail(of path: String, limitBytes: Int) throws(EmbeddedServerError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor == -1, errno == ENOENT { return "" }
        try SystemCall.check(descriptor, "open", path)
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let start = max(0, size - limitBytes)
        var bytes = [UInt8](repeating: 0, count: min(size, limitBytes))
        let count = pread(descriptor, &bytes, bytes.count, off_t(start))
        try SystemCall.check(count == -1 ? -1 : 0, "read", path)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Writes a file beside the place, makes sure that it is on disk, and gives it its name.
    static func write(_ text: String, to path: String) throws(EmbeddedServerError) {
        let unfinished = path + ".unfinished"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let descriptor = try SystemCall.check(open(unfinished, flags, 0o600), "make", unfinished)
        do {
            defer { close(descriptor) }
            let bytes = Array(text.utf8)
            let count = Glibc.write(descriptor, bytes, bytes.count)
            try SystemCall.check(count == bytes.count ? 0 : -1, "write", unfinished)
            try SystemCall.check(fsync(descriptor), "write", unfinished)
        }
        try SystemCall.check(rename(unfinished, path), "name", path)
        try synchronizeDirectory(of: path)
    }

    /// Makes sure that a change of names in the directory of `path` is on disk.
    static func synchronizeDirectory(of path: String) throws(EmbeddedServerError) {
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = try SystemCall.check(open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open", directory)
        defer { close(descriptor) }
        try SystemCall.check(fsync(descriptor), "write", directory)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
