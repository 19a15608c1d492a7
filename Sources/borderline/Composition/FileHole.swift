import Foundation
import Glibc

/// A hole in a file: a range that reads as zeros and takes no room.
enum FileHole {
    /// Linux's FALLOC_FL_KEEP_SIZE and FALLOC_FL_PUNCH_HOLE, which the overlay of Glibc leaves out.
    private static let punchHole: Int32 = 0x01 | 0x02
    private static let blockBytes = 4096

    /// Tries it with a file of its own in the folder.
    static func canBePunched(in folder: String) -> Bool {
        let path = "\(folder)/.hole-\(UUID().uuidString)"
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer {
            close(descriptor)
            unlink(path)
        }
        let block = [UInt8](repeating: 1, count: Self.blockBytes)
        guard write(descriptor, block, block.count) == block.count else { return false }
        return fallocate(descriptor, Self.punchHole, 0, off_t(Self.blockBytes)) == 0
    }
}
