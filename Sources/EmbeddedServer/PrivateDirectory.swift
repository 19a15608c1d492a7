import Glibc

/// Directories that only their owner can enter: whoever reaches the socket is the administrator of the database.
enum PrivateDirectory {
    /// Makes the directory and those above it, or checks and closes an existing one; returns its real path.
    static func prepare(_ path: String) throws(EmbeddedServerError) -> String {
        try makeParents(of: path)
        try makeOne(path)
        guard let real = realpath(path, nil) else { throw .system(action: "find", item: path, code: errno) }
        defer { free(real) }
        return String(cString: real)
    }

    /// Makes one directory with mode 0700, or insists that an existing one is a real directory of this user.
    static func makeOne(_ path: String) throws(EmbeddedServerError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw .system(action: "make", item: path, code: errno) }
        // Opened without following a link, so that what is checked is what is changed.
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let descriptor = try SystemCall.check(open(path, flags), "open", path)
        defer { close(descriptor) }
        var information = stat()
        try SystemCall.check(fstat(descriptor, &information), "examine", path)
        guard information.st_uid == geteuid() else {
            throw .unsafeDirectory(path: path, problem: "belongs to another user")
        }
        if information.st_mode & 0o077 != 0 { try SystemCall.check(fchmod(descriptor, 0o700), "close", path) }
    }

    private static func makeParents(of path: String) throws(EmbeddedServerError) {
        var current = ""
        for part in path.split(separator: "/").dropLast() {
            current += "/" + part
            if mkdir(current, 0o755) != 0, errno != EEXIST {
                throw .system(action: "make", item: current, code: errno)
            }
        }
    }
}
