import Glibc

/// Keeps other processes from publishing into a folder at the same time. The system releases it with the process.
struct FolderLock {
    private let descriptor: CInt

    /// Waits until the folder is free.
    init(_ folder: String) throws(PublisherError) {
        try FileSystem.makeFolder(above: "\(folder)/.")
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystem.failure("cannot be opened", folder) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = FileSystem.failure("cannot be locked", folder)
                close(descriptor)
                throw error
            }
        }
    }

    func release() { close(descriptor) }
}
