import Crypto
import Glibc
import Hexadecimal

/// A file that is read from its beginning to its end.
final class FileInput {
    /// Bytes read at once, 64 KiB.
    private static let pieceBytes = 65_536

    let path: String
    private let descriptor: Int32
    private var piece = [UInt8](repeating: 0, count: FileInput.pieceBytes)

    /// - Throws: `DumpError.missing` where there is no such file.
    init(_ path: String) throws(DumpError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT ? .missing(item: path) : .system("cannot be opened", path) }
    }

    deinit { close(descriptor) }

    /// The next bytes; empty at the end.
    func next() throws(DumpError) -> [UInt8] {
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system("cannot be read", path) }
            return Array(piece[..<count])
        }
    }

    /// The whole file.
    ///
    /// - Throws: where it is longer than the limit.
    static func content(of path: String, limitBytes: Int) throws(DumpError) -> [UInt8] {
        let file = try FileInput(path)
        var content: [UInt8] = []
        while true {
            let piece = try file.next()
            if piece.isEmpty { return content }
            content += piece
            guard content.count <= limitBytes else {
                throw .malformed(item: path, problem: "has more than \(limitBytes) bytes")
            }
        }
    }

    /// The SHA-256 of a file in hexadecimal.
    static func hash(of path: String) throws(DumpError) -> String {
        let file = try FileInput(path)
        var hash = SHA256()
        while true {
            let piece = try file.next()
            if piece.isEmpty { return hash.finalize().hexadecimal }
            hash.update(data: piece)
        }
    }
}
