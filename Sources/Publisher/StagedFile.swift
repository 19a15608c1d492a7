import Glibc
import Synchronization

/// A file written in full beside its place, not yet visible there.
struct StagedFile {
    private let path: String
    private let temporary: String

    /// Every temporary file's name starts with a dot and ends with this; servers and `isSafe` let none of them through.
    static let suffix = ".part"

    private static let counter = Atomic<UInt64>(0)

    init(_ bytes: [UInt8], for path: String) throws(PublisherError) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let number = Self.counter.add(1, ordering: .relaxed).newValue
        self.path = path
        temporary = "\(path[..<slash])/.\(path[path.index(after: slash)...]).\(getpid()).\(number)\(Self.suffix)"
        try FileSystem.write(bytes, to: temporary)
    }

    /// Makes the file visible under its name, in place of what was there.
    func reveal() throws(PublisherError) { try FileSystem.move(temporary, to: path) }

    /// Removes the file where it was not revealed.
    func discard() { FileSystem.removeIfPresent(temporary) }
}
