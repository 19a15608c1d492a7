import Glibc

/// `syncfs(2)`: forces one file system to the disk, which costs far less than an `fsync` for each of a board's files.
///
/// glibc declares it for programs that define `_GNU_SOURCE` only, which Swift's module of it does not; so it is looked
/// up by name, once.
enum FileSystemSync {
    private typealias Function = @convention(c) (CInt) -> CInt

    /// Zero, or −1 with `errno` set, as the call itself.
    static func call(_ descriptor: CInt) -> CInt {
        guard let function else {
            // A C library without it has the call that syncs every file system, and cannot fail.
            sync()
            return 0
        }
        return function(descriptor)
    }

    private static let function: Function? = dlsym(nil, "syncfs").map { unsafeBitCast($0, to: Function.self) }
}
