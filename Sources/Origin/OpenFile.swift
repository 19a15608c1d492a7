import Glibc

/// A file opened for reading, closed when the last user lets go of it.
final class OpenFile: Sendable {
    let stamp: FileStamp
    private let descriptor: Int32

    /// Nil where there is no regular file at the path.
    init?(path: String) {
        // Not to wait for the other end of a pipe that lies in the directory by mistake.
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard opened >= 0 else { return nil }
        guard let stamp = FileStamp(descriptor: opened) else {
            close(opened)
            return nil
        }
        descriptor = opened
        self.stamp = stamp
    }

    deinit { close(descriptor) }

    /// Whether nobody wrote into the file since it was opened. One that was replaced by another is unchanged itself.
    var isUnchanged: Bool { FileStamp(descriptor: descriptor) == stamp }

    /// At most `count` bytes from an offset, fewer where the file is shorter; nil where it cannot be read.
    func read(at offset: Int, count: Int) -> [UInt8]? {
        var isBroken = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(
                    descriptor,
                    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                        .baseAddress, count - filled, off_t(offset + filled))
                if read > 0 {
                    filled += read
                } else if read == 0 {
                    return
                } else if errno != EINTR {
                    isBroken = true
                    return
                }
            }
        }
        return isBroken ? nil : bytes
    }
}
