import Glibc

/// A lock on a file (`flock`), held until this value ends.
///
/// The kernel lets go of it when the process dies, however that happens. The descriptor is closed on exec: a server
/// that inherited it would hold the lock as long as it runs.
struct FileLock: ~Copyable {
    enum Mode {
        case shared, exclusive
    }

    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Takes the lock if nobody is in the way; `nil` otherwise. The file is made when it is absent, and never removed:
    /// two processes could hold locks on two files of one name.
    static func take(_ path: String, _ mode: Mode) throws(EmbeddedServerError) -> FileLock? {
        let descriptor = try SystemCall.check(open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600), "open", path)
        let lock = FileLock(descriptor: descriptor)
        if flock(descriptor, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return lock }
        let code = errno
        guard code == EWOULDBLOCK || code == EINTR else {
            throw .system(action: "lock", item: path, code: code)
        }
        return nil
    }
}
