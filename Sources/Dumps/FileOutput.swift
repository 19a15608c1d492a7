import Crypto
import Glibc
import Hexadecimal

/// A new file that is written from its beginning to its end, with its size and hash on the way.
final class FileOutput {
    private static let mode: mode_t = 0o644

    let path: String
    private(set) var bytes = 0
    private let descriptor: Int32
    private var hash = SHA256()

    init(_ path: String) throws(DumpError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, Self.mode)
        guard descriptor >= 0 else { throw .system("cannot be made", path) }
    }

    deinit { close(descriptor) }

    func write(_ content: [UInt8]) throws(DumpError) {
        var start = 0
        while start < content.count {
            let count = content.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system("cannot be written", path) }
            start += count
        }
        bytes += content.count
        hash.update(data: content)
    }

    /// Forces the file to the disk.
    ///
    /// - Returns: its SHA-256 in hexadecimal.
    func finish() throws(DumpError) -> String {
        guard fsync(descriptor) == 0 else { throw .system("cannot be forced to the disk", path) }
        return hash.finalize().hexadecimal
    }
}
