import Glibc

/// What tells one version of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let modifiedSeconds: Int64
    let modifiedNanoseconds: Int64

    /// Nil where there is no regular file, symbolic links followed.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Nil where the open file is no regular one.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modifiedSeconds = Int64(status.st_mtim.tv_sec)
        modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
    }

    /// For tags of files that are too large to be hashed at each change.
    var tag: String {
        [Int64(bitPattern: inode), Int64(size), modifiedSeconds, modifiedNanoseconds]
            .map { String(UInt64(bitPattern: $0), radix: 16) }.joined(separator: ".")
    }
}
