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
        self.init(for: path)
        try FileSystem.write(bytes, to: temporary)
    }

    /// A second name of a file that is there and will never be changed in place; nil where the file system gives none.
    init?(linking other: String, for path: String) throws(PublisherError) {
        self.init(for: path)
        guard try FileSystem.link(other, to: temporary) else { return nil }
    }

    private init(for path: String) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let number = Self.counter.add(1, ordering: .relaxed).newValue
        self.path = path
        temporary = "\(path[..<slash])/.\(path[path.index(after: slash)...]).\(getpid()).\(number)\(Self.suffix)"
    }

    /// Makes the file visible under its name, in place of what was there.
    func reveal() throws(PublisherError) { try FileSystem.move(temporary, to: path) }

    /// Removes the file where it was not revealed.
    func discard() { FileSystem.removeIfPresent(temporary) }
}
