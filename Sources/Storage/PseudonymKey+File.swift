import Crypto
import Glibc

extension PseudonymKey {
    /// Reads the key, or makes one where there is none. The file appears whole or not at all, and when two processes
    /// make one at once, both use the one that came first.
    ///
    /// - Throws: `StorageError.unreadableKey` where the file cannot be read or written, or has another length.
    package static func loadOrCreate(at path: String) throws(StorageError) -> PseudonymKey {
        if let key = try load(from: path) { return key }
        try create(at: path)
        guard let key = try load(from: path) else {
            throw .unreadableKey(path: path, problem: "vanished while it was made")
        }
        return key
    }

    private static func load(from path: String) throws(StorageError) -> PseudonymKey? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreadableKey(path: path, problem: "cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var secret = [UInt8](repeating: 0, count: bytes + 1)
        let count = read(descriptor, &secret, secret.count)
        guard count == bytes else {
            throw .unreadableKey(path: path, problem: "has not \(bytes) bytes: restore it from a backup")
        }
        return PseudonymKey(secret: Array(secret.prefix(bytes)))
    }

    private static func create(at path: String) throws(StorageError) {
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let temporary = "\(path).\(getpid()).new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unreadableKey(path: path, problem: "cannot be made: \(String(cString: strerror(errno)))")
        }
        let isWritten = write(descriptor, secret, secret.count) == secret.count && fsync(descriptor) == 0
        close(descriptor)
        defer { unlink(temporary) }
        // A link fails where the name is taken, which a rename would silently replace.
        guard isWritten, link(temporary, path) == 0 || errno == EEXIST else {
            throw .unreadableKey(path: path, problem: "cannot be made: \(String(cString: strerror(errno)))")
        }
    }
}
