import Glibc

/// Keeps other processes from publishing into a folder at the same time. The system releases it with the process.
struct FolderLock {
    private let descriptor: CInt

    /// Waits until the folder is free.
    ///
    /// - Throws: where it is not for some seconds: whoever holds it was stopped in the middle, and goes on one day.
    init(_ folder: String, attempts: Int = Self.attempts) throws(PublisherError) {
        try FileSystem.makeFolder(above: "\(folder)/.")
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystem.failure("cannot be opened", folder) }
        for _ in 0..<attempts {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(Self.pauseMicroseconds)
        }
        let error = FileSystem.failure("is held by another process, stopped perhaps, and cannot be locked", folder)
        close(descriptor)
        throw error
    }

    /// Locks a folder that nobody holds.
    ///
    /// - Returns: nil where another process holds it.
    static func immediately(_ folder: String) throws(PublisherError) -> FolderLock? {
        try FileSystem.makeFolder(above: "\(folder)/.")
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystem.failure("cannot be opened", folder) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FolderLock(descriptor: descriptor) }
        let isHeld = errno == EWOULDBLOCK
        let error = FileSystem.failure("cannot be locked", folder)
        close(descriptor)
        if isHeld { return nil }
        throw error
    }

    private init(descriptor: CInt) { self.descriptor = descriptor }

    /// Five seconds: a publication holds the lock for some milliseconds, on a bad disk for a second.
    private static let attempts = 500
    private static let pauseMicroseconds: UInt32 = 10_000

    func release() { close(descriptor) }
}
